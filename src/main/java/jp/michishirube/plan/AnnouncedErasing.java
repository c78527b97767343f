package jp.michishirube.plan;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tables that keep what was written as it was written let content be taken out only by an act that says so first. */
@Component
public class AnnouncedErasing {

    private final JdbcClient jdbc;

    AnnouncedErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction; afterwards the tables refuse again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void run(Runnable act) {
        announce("on");
        act.run();
        announce("off");
    }

    private void announce(String word) {
        jdbc.sql("select set_config('michishirube.erasing', ?, true)").param(word).query(String.class).single();
    }
}
