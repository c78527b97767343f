package jp.michishirube.safety.start;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.telegram.TelegramHead;
import jp.michishirube.safety.telegram.WrittenTelegram;
import jp.michishirube.safety.warning.Concern;
import jp.michishirube.safety.warning.KeptTelegram;
import jp.michishirube.safety.warning.RiverState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A warning that has risen in one 町, told to whoever listens, beside the product's own listener. */
final class HeardWarning {

    private HeardWarning() {}

    static void in(TransactionTemplate transaction, ProposeEvent listener, JdbcClient jdbc, WrittenTelegram t, String area) {
        Mode mode = t.status.equals("訓練") ? Mode.DRILL : Mode.REAL;
        transaction.executeWithoutResult(tx -> {
            long id = jdbc.sql("""
                    insert into safety.telegram (hash, source, received_at, received_by, mode, issue, river, name, words, headline, publishers, report_at, control_at, serial, level,
                        usual, prefectures, lists_cities, reaches, content)
                    values (sha256(:content), 'API', now(), 'test', :mode, 'ISSUED', :river, '試験川', '試験川の予報', '', '台', now(), now(), 1, 4, true, '{99}', true, '[]', :content)
                    returning id
                    """).param("content", t.bytes()).param("mode", mode.name()).param("river", t.river).query(Long.class).single();
            TreeMap<String, Integer> areas = new TreeMap<>();
            areas.put(area, 4);
            RiverState now = new RiverState(mode, t.river, "試験川", 4, t.report, id, false, false, Concern.NAMED, List.of(), areas);
            listener.heard(RiverState.none(mode, t.river), now, new KeptTelegram(id, "00", mode, TelegramHead.Issue.ISSUED, t.river, "試験川", "試験川の予報", "", "台", t.report, t.control, 1, 4,
                    true, Set.of("99"), true, List.of(), t.report));
        });
    }
}
