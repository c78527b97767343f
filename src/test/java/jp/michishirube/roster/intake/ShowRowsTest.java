package jp.michishirube.roster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.Role;
import jp.michishirube.organization.WhoAmI;
import jp.michishirube.roster.entry.Verdict;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city may let others than those who import the roster set 支援措置: whom a file names as protected is then hidden from its reader too. */
@ProductTest
class ShowRowsTest {

    @Autowired private JdbcClient jdbc;

    @Test
    void whomTheFileNamesAsProtectedIsShownToThoseAloneWhoSetIt() {
        Supplier<List<RowView>> rows = () -> List.of(row(2, "true"), row(3, ""), row(4, "false"));
        assertThat(show(true).rows("roster-preview", 0, rows)).extracting(RowView::line).containsExactly(2L, 3L, 4L);
        assertThat(show(false).rows("roster-preview", 0, rows)).extracting(RowView::line).containsExactly(3L, 4L);
    }

    private ShowRows show(boolean setter) {
        ProtectedPeople people = mock(ProtectedPeople.class);
        when(people.maySet(any())).thenReturn(setter);
        WhoAmI who = mock(WhoAmI.class);
        when(who.me()).thenReturn(new Person("r", "名簿 担当", java.util.Set.of(Role.ROSTER_MANAGER), null, false));
        return new ShowRows(new PeopleLists() {
            @Override
            public <T> List<T> show(Shown list, Supplier<List<T>> rows, Function<T, Somebody> whom) {
                return rows.get();
            }
        }, people, jdbc, who);
    }

    private static RowView row(long line, String isProtected) {
        return new RowView(line, Verdict.NEW, Map.of("name", "試験 花子", "protected", isProtected), List.of(), List.of(), 1, true, List.of(), null, null, Map.of(), Map.of());
    }
}
