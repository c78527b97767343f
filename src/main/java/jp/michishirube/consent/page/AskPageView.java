package jp.michishirube.consent.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.michishirube.consent.record.AskedNotices;
import jp.michishirube.consent.rule.Notice;
import jp.michishirube.consent.rule.NoticeRef;
import jp.michishirube.consent.rule.NoticeText;
import jp.michishirube.problem.FieldProblem;
import org.springframework.util.MultiValueMap;

/** What the bedside page shows, ready for the template. */
final class AskPageView {

    private AskPageView() {}

    /** @param chosen boxes ticked: those posted, all at first */
    record Question(String id, String ref, int version, String title, String html, boolean optional, String decision, List<String> choosable,
            List<String> chosen, Notice.Terms terms) {}

    static Question asked(AskedNotices.Asked asked, MultiValueMap<String, String> fields) {
        Notice notice = asked.notice();
        NoticeRef ref = notice.ref();
        List<String> choosable = notice.choosable().stream().sorted().map(Enum::name).toList();
        List<String> chosen = fields.containsKey("choose-" + ref.id())
                ? fields.getOrDefault("recipients-" + ref.id(), List.of()) : choosable;
        return new Question(ref.id(), ref.id() + ":" + ref.version() + ":" + ref.language(), ref.version(), notice.terms().title(),
                NoticeText.html(notice.body()), asked.optional(), fields.getFirst("decision-" + ref.id()), choosable, chosen,
                notice.terms());
    }

    static Map<String, String> values(MultiValueMap<String, String> fields) {
        return new HashMap<>(fields.toSingleValueMap());
    }

    /** Problems name the fields of the use case; the page's inputs are named after the notice. */
    static List<FieldProblem> fields(List<FieldProblem> problems, MultiValueMap<String, String> fields) {
        List<String> answered = fields.getOrDefault("notice", List.of()).stream().map(n -> n.split(":")[0])
                .filter(id -> List.of("yes", "no").contains(String.valueOf(fields.getFirst("decision-" + id)))).toList();
        List<String> all = fields.getOrDefault("notice", List.of()).stream().map(n -> n.split(":")[0]).toList();
        return problems.stream().map(p -> new FieldProblem(field(p.field(), answered, all), p.kind(), p.args())).toList();
    }

    private static String field(String field, List<String> answered, List<String> all) {
        if (field.equals("decisions") && !all.isEmpty()) {
            return "decision-" + all.get(0);
        }
        for (int i = 0; i < answered.size(); i++) {
            if (field.startsWith("decisions[" + i + "]")) {
                return (field.endsWith("recipients") ? "recipients-" : "decision-") + answered.get(i);
            }
        }
        return field;
    }
}
