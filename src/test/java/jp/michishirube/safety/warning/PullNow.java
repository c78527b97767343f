package jp.michishirube.safety.warning;

import java.time.Clock;
import jp.michishirube.municipality.Installation;
import org.springframework.stereotype.Component;

/** Reads the sandbox's feed once, as the product does by itself at its interval. */
@Component
public class PullNow {

    private final FeedReadings readings;
    private final TakeTelegram take;
    private final Installation installation;
    private final Clock clock;

    PullNow(FeedReadings readings, TakeTelegram take, Installation installation, Clock clock) {
        this.readings = readings;
        this.take = take;
        this.installation = installation;
        this.clock = clock;
    }

    public void from(String sandbox) {
        new PullTelegrams(new WeatherOffice(sandbox + "/jma/developer/xml/feed/extra.xml", sandbox + "/jma/developer/xml/feed/extra_l.xml", "20s", "30s"), readings, take, installation, clock).pull();
    }
}
