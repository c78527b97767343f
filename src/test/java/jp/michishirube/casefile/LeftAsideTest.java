package jp.michishirube.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What could not be done for one of many is told by its kind and place. */
@ProductTest
class LeftAsideTest {

    @Autowired LeftAside aside;
    @Autowired JdbcClient jdbc;

    /** Whoever looks for the cause raises the level, on the real data. */
    @Test
    void whatAnExceptionQuotesStandsInNoLogAtAnyLevel() {
        Logger logger = (Logger) LoggerFactory.getLogger(LeftAside.class);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(lines);
        LeftAside.Item item = LeftAside.Item.of(LeftAside.Work.RANK_AGAIN, "left-aside-test");
        try {
            boolean done = aside.attempt(item, () -> {
                throw new IllegalStateException("age of 引用 太郎", new IllegalArgumentException("careLevel of 引用 太郎"));
            });
            assertThat(done).isFalse();
            String log = lines.list.stream().map(LeftAsideTest::written).collect(Collectors.joining("\n"));
            assertThat(log).doesNotContain("引用").contains("IllegalStateException", "IllegalArgumentException", "at jp.michishirube.casefile.LeftAside");
            assertThat(jdbc.sql("select why from casefile.left_aside where item = 'left-aside-test'").query(String.class).list()).isEqualTo(List.of("IllegalStateException"));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(before);
            aside.forget(item);
        }
    }

    /** As a layout writes it, with what was thrown. */
    private static String written(ILoggingEvent event) {
        PatternLayout layout = new PatternLayout();
        layout.setContext((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern("%msg%n%ex");
        layout.start();
        return layout.doLayout(event);
    }
}
