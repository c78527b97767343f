package jp.michishirube.safety.warning;

import org.springframework.stereotype.Component;

/** Where other rooms write down that a word of a disaster came and was not taken: {@code /warnings} and the operator show it. */
@Component
public class RefusedSignals {

    private final FeedReadings readings;

    RefusedSignals(FeedReadings readings) {
        this.readings = readings;
    }

    /** @param from the sender and a kind, nothing of what was sent; @param why a text under {@code warnings.why.<why>} */
    public void keep(String from, String why) {
        readings.refused(from, why);
    }
}
