package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"佐藤\u200B太郎", "佐藤 \u202E太郎", "佐藤\u00AD太郎", "\uFEFF佐藤", "佐藤\u2066太郎", "佐藤\u3164太郎"})
    void whatCannotBeSeenIsShownAndNeverKept(String name) {
        assertThat(PersonName.mistake(name)).isEqualTo("name-hidden");
        assertThat(PersonName.visible(name)).contains("[U+");
        assertThat(PersonName.mistake(PersonName.withoutHidden(name))).isNull();
        assertThatThrownBy(() -> ValueKind.NAME.read(name, LocalDate.now())).isInstanceOfSatisfying(WrongValue.class,
                e -> assertThat(e.kind()).isEqualTo("name-hidden"));
    }

    @Test
    void variantsStayAndLengthIsBounded() throws WrongValue {
        assertThat(ValueKind.NAME.read("葛󠄀西 𠮷乃", LocalDate.now())).isEqualTo("葛󠄀西 𠮷乃");
        assertThat(PersonName.mistake("山".repeat(80))).isNull();
        assertThat(PersonName.mistake("𠮷".repeat(81))).isEqualTo("name-long");
        assertThat(ValueKind.NAME.read(" 　 ", LocalDate.now())).as("a name of spaces is none").isEmpty();
    }
}
