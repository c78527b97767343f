package jp.michishirube.roster.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueKindTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "KANA, ﾜﾀﾅﾍﾞ ｼｮｳｼﾞ, ワタナベ ショウジ", "KANA, わたなべ　しょうじ, ワタナベ ショウジ", "KANA, ｳﾞｨｸﾄﾙ, ヴィクトル",
        "CARE_LEVEL, 24, 要介護4", "CARE_LEVEL, 要介護４, 要介護4", "CARE_LEVEL, 介護三, 要介護3", "CARE_LEVEL, 要支援２, 要支援2",
        "CARE_LEVEL, 06, 事業対象者", "CARE_LEVEL, 12, 要支援1", "CARE_LEVEL, '', ''",
        "GRADE, 1級, 1", "GRADE, ２, 2", "GRADE, 区分６, 6", "GRADE, 三級, 3", "GRADE, 第１種２級, 2", "GRADE, 2種1級, 1", "FLAG, －, ''",
        "SEX, 2, 女", "SEX, 男性, 男", "SEX, '', ''", "FLAG, ○, true", "FLAG, 〇, true", "FLAG, １, true", "FLAG, ×, false", "FLAG, '', ''",
        "POSTAL_CODE, 〒９６５－０８０１, 965-0801", "POSTAL_CODE, 9650801, 965-0801",
        "PHONE, ０２４２－１２－３４５６, 0242-12-3456", "CODE, Ｍ０００００１, M000001", "CODE, '=\"000123\"', 000123",
        "NAME, '　髙橋　ハナ ', 髙橋　ハナ", "NAME, 塚本 福, 塚本 福"
    })
    void reads(ValueKind kind, String cell, String value) throws WrongValue {
        assertThat(kind.read(cell, TODAY)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "KANA, 高橋 花, kana", "CARE_LEVEL, 要介護9, care-level", "CARE_LEVEL, 要支援4, care-level", "CARE_LEVEL, 1, care-level", "CARE_LEVEL, 3, care-level", "GRADE, 9級, grade", "GRADE, 第2種, grade", "GRADE, 1種, grade", "SEX, 女子大, sex",
        "FLAG, たぶん, flag", "POSTAL_CODE, 990-00, postal-code", "BIRTH_DATE, 2027-01-01, birth-date", "BIRTH_DATE, 1868-12-31, birth-date",
        "NAME, みちしるべ市青葉町123, name", "TEXT, 'みち\uFFFDるべ', encoding", "TEXT, 'a\u0001b', control"
    })
    void refuses(ValueKind kind, String cell, String wrong) {
        assertThatThrownBy(() -> kind.read(cell, TODAY))
                .isInstanceOfSatisfying(WrongValue.class, e -> assertThat(e.kind()).isEqualTo(wrong));
    }

    @ParameterizedTest
    @CsvSource({"A, A", "Ａ１, A", "Ⓐ, A", "最重度, A", "重度, A", "B, B", "Ｂ２, B", "中度, B", "軽度, B", "4度, B", "2度, A", "'', ''", "なし, ''", "○, 不明", "有, 不明", "判定中, 不明", "３度, B", "1, 不明", "2, 不明", "3, 不明", "４, 不明"})
    void intellectualGradesOfAnyPrefecture(String raw, String grade) {
        assertThat(Grades.intellectual(raw)).isEqualTo(grade);
    }
}
