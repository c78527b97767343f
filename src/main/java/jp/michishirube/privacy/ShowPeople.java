package jp.michishirube.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.casefile.PeopleLists;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.organization.Person;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two small statements for a page of a list, however long: one asks who is protected, one writes the line. */
@Component
class ShowPeople implements PeopleLists {

    private final JdbcClient jdbc;
    private final ProtectedPeople protectedPeople;
    private final WhoAmI who;
    private final ObjectMapper json;
    private final Clock clock;

    ShowPeople(JdbcClient jdbc, ProtectedPeople protectedPeople, WhoAmI who, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.protectedPeople = protectedPeople;
        this.who = who;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public <T> List<T> show(Shown list, Supplier<List<T>> rows, Function<T, Somebody> whom) {
        return show(who.me(), list, rows, whom);
    }

    @Override
    @Transactional
    public <T> List<T> show(Person reader, Shown list, Supplier<List<T>> rows, Function<T, Somebody> whom) {
        List<T> found = rows.get();
        Set<CaseId> cases = protectedPeople.hiddenCases(reader, cases(found, whom), list.leaves());
        Set<String> numbers = protectedPeople.hiddenNumbers(reader, numbers(found, whom), list.leaves());
        List<T> shown = found.stream().filter(r -> mayBeShown(whom.apply(r), cases, numbers)).toList();
        if (!shown.isEmpty()) {
            write(reader, list, shown, whom);
        }
        return shown;
    }

    /** Of somebody with a case it is the case that decides: whoever works on it knows the person, on the roster too. */
    private static boolean mayBeShown(Somebody somebody, Set<CaseId> hiddenCases, Set<String> hiddenNumbers) {
        return somebody.caseId() != null ? !hiddenCases.contains(somebody.caseId())
                : somebody.cityNumber() == null || !hiddenNumbers.contains(somebody.cityNumber());
    }

    private <T> void write(Person reader, Shown list, List<T> shown, Function<T, Somebody> whom) {
        jdbc.sql("""
                insert into privacy.list_read (at, person_id, name, office, role, list, leaves, filter, people, cases, numbers)
                values (:at, :person, :name, :office, :role, :list, :leaves, cast(:filter as jsonb), :people, :cases, :numbers)
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("person", reader.id()).param("name", reader.name())
                .param("office", reader.office()).param("role", Reader.role(reader)).param("list", list.word()).param("leaves", list.leaves())
                .param("filter", text(list.filter())).param("people", people(shown, whom))
                .param("cases", cases(shown, whom).stream().map(CaseId::value).toArray(Long[]::new))
                .param("numbers", numbers(shown, whom).toArray(String[]::new)).update();
    }

    /** A person may fill two rows; a row that names nobody we know is somebody all the same. */
    private static <T> int people(List<T> rows, Function<T, Somebody> whom) {
        List<Somebody> all = rows.stream().map(whom).toList();
        long unknown = all.stream().filter(s -> s.caseId() == null && s.cityNumber() == null).count();
        return (int) (unknown + all.stream().filter(s -> s.caseId() != null || s.cityNumber() != null).distinct().count());
    }

    private static <T> List<CaseId> cases(List<T> rows, Function<T, Somebody> whom) {
        return rows.stream().map(whom).map(Somebody::caseId).filter(Objects::nonNull).distinct().toList();
    }

    private static <T> List<String> numbers(List<T> rows, Function<T, Somebody> whom) {
        return rows.stream().map(whom).filter(s -> s.caseId() == null).map(Somebody::cityNumber).filter(Objects::nonNull).distinct().toList();
    }

    private String text(Map<String, String> filter) {
        try {
            return json.writeValueAsString(filter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("filter of a list", e);
        }
    }
}
