#!/bin/sh
# Which Japanese dates that never were are taken as dates, by java.time of JDK 17 and ICU4J 77.1, seen 2026-11-30.
#
# 大正 ended with 1926-12-24; 昭和 ended with 1989-01-07. java.time has two answers: JapaneseDate.of refuses a day after its era's end, a
# DateTimeFormatter of the same chronology takes it, also for the very same day. It does refuse 昭和99年, and it cannot read the first
# year as 元年 with the pattern y. ICU's formatter knows 元年, but setLenient(false) changes nothing: 昭和99年 becomes 2024, an unborn
# resident, and 平成31年5月1日 (the first day of 令和) is taken. Whoever reads rosters must check the era's bounds.
. "$(dirname "$0")/common"
libraries com.ibm.icu:icu4j:77.1
run Seen.java <<'JAVA'
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.time.*;
import java.time.chrono.*;
import java.time.format.DateTimeFormatter;
import java.util.*;

public class Seen {
    public static void main(String[] args) {
        DateTimeFormatter java = DateTimeFormatter.ofPattern("GGGGy年M月d日", Locale.JAPAN).withChronology(JapaneseChronology.INSTANCE);
        DateFormat icu = DateFormat.getDateInstance(DateFormat.LONG, ULocale.forLanguageTag("ja-u-ca-japanese"));
        icu.setLenient(false);
        System.out.println("JapaneseDate.of 大正15-12-26 " + answer(() -> LocalDate.from(JapaneseDate.of(JapaneseEra.TAISHO, 15, 12, 26))));
        for (String text : List.of("大正15年12月26日", "昭和64年1月8日", "平成31年5月1日", "昭和99年1月1日", "昭和元年12月25日")) {
            System.out.println(text + " formatter " + answer(() -> LocalDate.from(java.parse(text)))
                    + ", icu " + answer(() -> LocalDate.ofInstant(icu.parse(text).toInstant(), ZoneId.of("Asia/Tokyo"))));
        }
    }

    interface Reading {
        Object read() throws Exception;
    }

    private static String answer(Reading reading) {
        try {
            return String.valueOf(reading.read());
        } catch (Exception e) {
            return "refused";
        }
    }
}
JAVA
expect <<'SEEN'
JapaneseDate.of 大正15-12-26 refused
大正15年12月26日 formatter 1926-12-26, icu 1926-12-26
昭和64年1月8日 formatter 1989-01-08, icu 1989-01-08
平成31年5月1日 formatter 2019-05-01, icu 2019-05-01
昭和99年1月1日 formatter refused, icu 2024-01-01
昭和元年12月25日 formatter refused, icu 1926-12-25
SEEN
