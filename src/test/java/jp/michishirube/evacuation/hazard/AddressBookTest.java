package jp.michishirube.evacuation.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.michishirube.municipality.Folders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of addresses finds the right door, says how exact it is, and one bad row takes nothing from the others. */
class AddressBookTest {

    @TempDir
    Path folder;

    @BeforeEach
    void list() throws IOException {
        write("""
                住所,緯度,経度
                みちしるべ市栄町,37.50,139.90
                みちしるべ市栄町3,37.51,139.91
                みちしるべ市栄町四丁目2番,37.52,139.92
                みちしるべ市栄町四丁目2番4号,37.53,139.93
                みちしるべ市大字上ノ原123番地,37.54,139.94
                """.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "みちしるべ市栄町四丁目2番4号,           37.53, DOOR",
        "みちしるべ市栄町4-2-4 メゾン栄101,      37.53, DOOR",
        "みちしるべ市栄町四丁目2番41号,          37.52, BLOCK",
        "福島県みちしるべ市栄町４丁目２番９号,    37.52, BLOCK",
        "みちしるべ市栄町31-5,                   37.50, TOWN",
        "みちしるべ市栄町3-5,                    37.51, BLOCK",
        "みちしるべ市栄町3番地,                  37.51, DOOR",
        "みちしるべ市栄町四丁目9番1号,           37.50, TOWN",
        "みちしるべ市栄町,                       37.50, TOWN",
        "みちしるべ市上ノ原123,                  37.54, DOOR"})
    void theRightDoorWithHowExactItIs(String address, double lat, Exactness exactness) {
        assertThat(book().find(address)).hasValueSatisfying(f -> {
            assertThat(f.position().lat()).isEqualTo(lat);
            assertThat(f.exactness()).isEqualTo(exactness);
        });
    }

    @Test
    void anUnknownAddressHasNoPosition() {
        assertThat(book().find("となり市栄町3")).isEmpty();
        assertThat(book().find("")).isEmpty();
        assertThat(book().find(null)).isEmpty();
    }

    @Test
    void oneBadRowIsToldAndTheOthersAreUsed() throws IOException {
        write("住所,緯度,経度\nみちしるべ市栄町,37.50,139.90\nみちしるべ市本町,北,東\nみちしるべ市川端町,139.9,37.5\nみちしるべ市元町\n,37.5,139.9\n\"みちしるべ市桜木町\",37.49,139.94\n"
                .getBytes(StandardCharsets.UTF_8));
        AddressBook book = book();
        assertThat(book.find("みちしるべ市桜木町")).isPresent();
        assertThat(book.faults()).containsExactly(new AddressFile.Fault(3, "number"), new AddressFile.Fault(4, "swapped"),
                new AddressFile.Fault(5, "cells"), new AddressFile.Fault(6, "address"));
    }

    @Test
    void aListSavedByExcelIsRead() throws IOException {
        String list = "住所,緯度,経度\r\n\"みちしるべ市栄町\",37.5,139.9\r\n";
        write(list.getBytes(Charset.forName("windows-31j")));
        assertThat(book().find("みちしるべ市栄町")).isPresent();
        write(("\uFEFF" + list).getBytes(StandardCharsets.UTF_8));
        assertThat(book().find("みちしるべ市栄町")).isPresent();
    }

    @Test
    void aListWithoutHeadingsIsTold() throws IOException {
        write("みちしるべ市栄町,37.5,139.9\n".getBytes(StandardCharsets.UTF_8));
        assertThat(book().find("みちしるべ市栄町")).isEmpty();
        assertThat(book().faults()).extracting(AddressFile.Fault::reason).containsExactly("headings");
    }

    private AddressBook book() {
        return new AddressBook(new Folders(folder), "990019");
    }

    private void write(byte[] bytes) throws IOException {
        Path file = folder.resolve("forms/990019/addresses.csv");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
