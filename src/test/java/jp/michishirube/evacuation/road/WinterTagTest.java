package jp.michishirube.evacuation.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.graphhopper.reader.ReaderWay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people write winter closures into OpenStreetMap. */
class WinterTagTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access:conditional        | no @ (Nov-Apr)                  | true
            access:conditional        | no @ (Dec 01-Mar 31)            | true
            motor_vehicle:conditional | no @ (Nov 15 - May 10)          | true
            vehicle:conditional       | no @ Dec-Mar                    | true
            access:conditional        | no @ (2025 Nov-2026 Apr)        | true
            access:conditional        | no @ winter                     | true
            access:conditional        | no @ (Jan-Mar)                  | true
            access:conditional        | no @ (Jun-Sep)                  | false
            access:conditional        | yes @ (Nov-Apr)                 | false
            access:conditional        | no @ (20:00-06:00)              | false
            access:conditional        | destination @ (Nov-Apr); no @ (Dec-Mar) | true
            access:conditional        | no @ (Nov-Mar); yes @ (Apr-Oct) | true
            access:conditional        | yes @ (Apr-Oct); no @ (Nov-Mar) | true
            access:conditional        | no @ (Jun-Jul,Dec)              | true
            access:conditional        | no @ (Dec,Jan,Feb)              | true
            access:conditional        | no @ (Sep 10-Dec 20)            | true
            access:conditional        | no @ (Jan 10-20)                | true
            access:conditional        | no @ (Mar-Nov)                  | false
            winter_service            | no                              | true
            winter_service            | yes                             | false
            seasonal                  | summer                          | true
            seasonal                  | summer;winter                   | false
            """)
    void aClosureInWinterIsKnown(String key, String value, boolean closed) {
        ReaderWay way = new ReaderWay(1);
        way.setTag(key, value);
        assertThat(WinterTag.isClosed(way)).isEqualTo(closed);
    }
}
