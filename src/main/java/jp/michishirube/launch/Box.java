package jp.michishirube.launch;

import java.util.List;
import org.springframework.core.env.Environment;

/** What a person needs to know after the start. */
final class Box {

    private static final List<String> ACCOUNTS = List.of(
            "roster1                名簿担当        (roster manager)",
            "aoba1 aoba2            ケアマネジャー  (care managers, 青葉居宅介護支援事業所)",
            "wakakusa1 wakakusa2    ケアマネジャー  (care managers, 若草居宅介護支援事業所)",
            "chuo1 chuo2            ケアマネジャー  (care managers, 中央地域包括支援センター)",
            "review1 review2        審査担当        (reviewers)",
            "machi1                 町内会長        (neighbourhood leader)",
            "minsei1                民生委員        (welfare commissioner)",
            "admin1                 プロセス管理者  (process admin)");

    private Box() {}

    static String of(Environment settings, boolean demo) {
        String address = "http://localhost:" + settings.getProperty("local.server.port");
        StringBuilder box = new StringBuilder();
        line(box, "");
        line(box, "+----------------------------------------------------------------------");
        line(box, "| 道しるべ Michishirube   " + address);
        line(box, "| Cockpit                " + address + "/camunda/app/cockpit/");
        if (demo) {
            line(box, "| Sandbox                " + settings.getProperty("michishirube.sandbox.url"));
            line(box, "|");
            line(box, "| 試用アカウント / demo accounts (password: michishirube)");
            ACCOUNTS.forEach(a -> line(box, "|   " + a));
        }
        line(box, "+----------------------------------------------------------------------");
        return box.toString();
    }

    private static void line(StringBuilder box, String text) {
        box.append(text).append(System.lineSeparator());
    }
}
