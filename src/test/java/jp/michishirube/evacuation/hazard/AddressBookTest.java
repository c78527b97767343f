package jp.michishirube.evacuation.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
    void oneBrokenByteTakesItsRowAlone() throws IOException {
        byte[] list = "住所,緯度,経度\nみちしるべ市栄町,37.5,139.9\nみちしるべ市本町,37.6,139.9\n".getBytes(StandardCharsets.UTF_8);
        list[list.length - 20] = (byte) 0xFF;
        write(list);
        AddressBook book = book();
        assertThat(book.find("みちしるべ市栄町")).isPresent();
        assertThat(book.faults()).containsExactly(new AddressFile.Fault(3, "encoding"));
    }

    @Test
    void aListWithoutHeadingsIsTold() throws IOException {
        write("みちしるべ市栄町,37.5,139.9\n".getBytes(StandardCharsets.UTF_8));
        assertThat(book().find("みちしるべ市栄町")).isEmpty();
        assertThat(book().faults()).extracting(AddressFile.Fault::reason).containsExactly("headings");
    }

    private AddressBook book() {
        return new AddressBook(new Folders(folder), "990019", "", Set.of("990019"));
    }

    private void write(byte[] bytes) throws IOException {
        Path file = folder.resolve("forms/990019/addresses.csv");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    @Test
    void theRegistryOfAddressesKnowsTheDoorTheBlockAndTheTown() throws IOException {
        Path registry = registry("EPSG:6668");
        AddressBook book = new AddressBook(new Folders(folder), "990019", registry.toString(), Set.of("990019"));
        assertFound(book, "みちしるべ市西荻北三丁目19番4号", 37.63, Exactness.DOOR);
        assertFound(book, "みちしるべ市西荻北3-19-40", 37.62, Exactness.BLOCK);
        assertFound(book, "みちしるべ市西荻北3丁目7番1号", 37.61, Exactness.TOWN);
        assertThat(book.find("みちしるべ市廃町")).as("abolished").isEmpty();
        assertThat(book.find("よその市西荻北3-19-4")).as("the same machiaza_id elsewhere").isEmpty();
        assertFound(book, "みちしるべ市栄町4-2-4", 37.53, Exactness.DOOR);
        assertThat(book.faults()).isEmpty();
    }

    @Test
    void aRegistryThatCannotBeUsedIsTold() throws IOException {
        assertThat(new AddressBook(new Folders(folder), "990019", registry("EPSG:4301").toString(), Set.of("990019")).faults())
                .extracting(AddressFile.Fault::reason).containsOnly("datum");
        assertThat(new AddressBook(new Folders(folder), "990019", folder.resolve("nowhere").toString(), Set.of("990019")).faults())
                .extracting(AddressFile.Fault::reason).containsExactly("registry-folder");
        assertThat(new AddressBook(new Folders(folder), "990019", registry("EPSG:6668").toString(), Set.of("990027")).faults())
                .extracting(AddressFile.Fault::reason).containsExactly("registry-empty");
    }

    private static void assertFound(AddressBook book, String address, double lat, Exactness exactness) {
        assertThat(book.find(address)).as(address).hasValueSatisfying(f -> {
            assertThat(f.position().lat()).isEqualTo(lat);
            assertThat(f.exactness()).isEqualTo(exactness);
        });
    }

    /** Opened in a spreadsheet and saved again; and what a broken zip or row leaves of an address is no address. */
    @Test
    void filesOfTheRegistryInAnotherEncodingAndBrokenRows() throws IOException {
        Path registry = registry("EPSG:6668");
        Path towns = registry.resolve("mt_town_pref99.csv");
        Files.write(towns, Files.readString(towns).getBytes(Charset.forName("windows-31j")));
        Path blocks = registry.resolve("mt_rsdtdsp_blk_pref99.csv");
        Files.writeString(blocks, "990019,0029003,020,みちしるべ市\n", StandardOpenOption.APPEND);
        AddressBook book = new AddressBook(new Folders(folder), "990019", registry.toString(), Set.of("990019"));
        assertThat(book.find("みちしるべ市西荻北三丁目")).isPresent();
        assertThat(book.faults()).extracting(f -> f.file() + " " + f.line() + " " + f.reason()).containsExactly("mt_rsdtdsp_blk_pref99.csv 3 cells");
        Files.write(registry.resolve("mt_rsdtdsp_blk_pref99.csv"), brokenByte(Files.readAllBytes(blocks)));
        assertThat(new AddressBook(new Folders(folder), "990019", registry.toString(), Set.of("990019")).faults()).extracting(AddressFile.Fault::reason)
                .containsExactly("encoding", "cells");
    }

    private static byte[] brokenByte(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf('\u00E3')] = (byte) 0xFF;
        return bytes;
    }

    /** The columns that are read, in their published order, with some that are not. */
    private Path registry(String datum) throws IOException {
        Path registry = Files.createDirectories(folder.resolve("registry"));
        Files.writeString(registry.resolve("mt_town_pref99.csv"), """
                lg_code,machiaza_id,machiaza_type,pref,county,city,ward,oaza_cho,chome,chome_number,koaza,rsdt_addr_flg,efct_date,ablt_date,remarks
                990019,0029003,2,見本県,,みちしるべ市,,西荻北,３丁目,3,,1,1947-04-17,,
                990019,0031000,1,見本県,,みちしるべ市,,廃町,,,,0,1947-04-17,2020-01-01,
                990035,0029003,2,見本県,,よその市,,西荻北,３丁目,3,,1,1947-04-17,,
                """);
        Files.writeString(registry.resolve("mt_town_pos_pref99.csv"), """
                lg_code,machiaza_id,rsdt_addr_flg,rep_lon,rep_lat,rep_srid,rep_scale
                990019,0029003,1,139.91,37.61,%1$s,25000
                990019,0031000,0,139.95,37.65,%1$s,25000
                990035,0029003,1,139.99,37.69,%1$s,25000
                """.formatted(datum));
        Files.writeString(registry.resolve("mt_rsdtdsp_blk_pref99.csv"), """
                lg_code,machiaza_id,blk_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,rsdt_addr_flg,status_flg,efct_date,ablt_date
                990019,0029003,019,みちしるべ市,,西荻北,３丁目,,,19,1,1,1947-04-17,
                """);
        Files.writeString(registry.resolve("mt_rsdtdsp_blk_pos_pref99.CSV"), """
                lg_code,machiaza_id,blk_id,rsdt_addr_flg,rsdt_addr_mtd_code,rep_lon,rep_lat,rep_srid,rep_scale
                990019,0029003,019,1,1,139.92,37.62,%s,2500
                """.formatted(datum));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(registry.resolve("mt_rsdtdsp_rsdt_pref99.csv.zip")))) {
            zip.putNextEntry(new ZipEntry("mt_rsdtdsp_rsdt_pref99.csv"));
            zip.write("""
                    lg_code,machiaza_id,blk_id,rsdt_id,rsdt2_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,rsdt_num,rsdt_num2,basic_rsdt_div,ablt_date
                    990019,0029003,019,004,,みちしるべ市,,西荻北,３丁目,,,19,4,,0,
                    """.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("mt_rsdtdsp_rsdt_pos_pref99.csv"));
            zip.write("""
                    lg_code,machiaza_id,blk_id,rsdt_id,rsdt2_id,rsdt_addr_flg,rsdt_addr_mtd_code,rep_lon,rep_lat,rep_srid,rep_scale
                    990019,0029003,019,004,,1,1,139.93,37.63,%s,2500
                    """.formatted(datum).getBytes(StandardCharsets.UTF_8));
        }
        return registry;
    }
}
