package jp.michishirube.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Several requests of one session at the same moment. */
@ProductTest
class SessionWritesTest {

    private static final int AT_ONCE = 8;

    @Autowired private FindByIndexNameSessionRepository<? extends Session> sessions;
    @LocalServerPort private int port;

    @Test
    void aDoubleClickIsNoFault() throws Exception {
        WebBrowser browser = new WebBrowser("http://localhost:" + port);
        browser.signIn("aoba2");
        HttpResponse<String> page = browser.open("/inbox");
        List<Callable<HttpResponse<String>>> clicks = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            clicks.add(() -> browser.post(page, "/inbox/columns", "column=number&column=kana&column=area&column=priority&column=office&column=assignee"
                    + "&column=due&column=waiting&shortcuts=true"));
            clicks.add(() -> browser.open("/inbox"));
        }
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < 4; round++) {
                for (Future<HttpResponse<String>> click : hands.invokeAll(clicks)) {
                    assertThat(click.get().statusCode()).isEqualTo(200);
                }
            }
        } finally {
            hands.shutdownNow();
        }
    }

    @Test
    void whatTwoPutIntoOneSessionIsTheLatersAndBothGoOn() {
        String id = begin(sessions);
        Object[] kept = twice(sessions, id);
        assertThat(kept).containsExactly("second", "by the first", "by the second");
    }

    @Test
    void aSessionEndedMeanwhileTakesNothingAndIsNoFault() {
        String id = begin(sessions);
        endedMeanwhile(sessions, id);
        assertThat(sessions.findById(id)).isNull();
    }

    private static <S extends Session> String begin(FindByIndexNameSessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    private static <S extends Session> Object[] twice(FindByIndexNameSessionRepository<S> sessions, String id) {
        S first = sessions.findById(id);
        S second = sessions.findById(id);
        first.setAttribute("both", "first");
        first.setAttribute("first", "by the first");
        second.setAttribute("both", "second");
        second.setAttribute("second", "by the second");
        sessions.save(first);
        sessions.save(second);
        S kept = sessions.findById(id);
        return new Object[] {kept.getAttribute("both"), kept.getAttribute("first"), kept.getAttribute("second")};
    }

    private static <S extends Session> void endedMeanwhile(FindByIndexNameSessionRepository<S> sessions, String id) {
        S late = sessions.findById(id);
        late.setAttribute("late", "too late");
        late.setAttribute("later", "still too late");
        sessions.deleteById(id);
        sessions.save(late);
    }
}
