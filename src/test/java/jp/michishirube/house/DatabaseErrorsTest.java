package jp.michishirube.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.stream.Stream;
import jp.michishirube.testing.ProductTest;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL tells which value stood in the way of another. It goes into logs, and into the engine's incidents. */
@ProductTest
class DatabaseErrorsTest {

    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void anErrorOfTheDatabaseHoldsNoValue() {
        Throwable refused = catchThrowable(() -> transaction.executeWithoutResult(tx -> {
            jdbc.sql("create temporary table resident_twice (name text unique) on commit drop").update();
            Stream.of(1, 2).forEach(i -> jdbc.sql("insert into resident_twice values (?)").param("佐藤 千代").update());
        }));
        assertThat(refused).isInstanceOf(DuplicateKeyException.class);
        assertThat(Throwables.getStackTrace(refused)).contains("resident_twice").doesNotContain("佐藤");
    }
}
