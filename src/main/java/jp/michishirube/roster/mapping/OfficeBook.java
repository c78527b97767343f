package jp.michishirube.roster.mapping;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.michishirube.roster.file.Kana;
import jp.michishirube.roster.file.Texts;

/** The contracted offices as lists name them: by number, or by a name that exactly one of them bears. Any likeness is only proposed. */
public final class OfficeBook {

    private static final String FORMS = "株式会社|有限会社|合同会社|合資会社|社会福祉法人|医療法人社団|医療法人財団|医療法人|一般社団法人|公益社団法人|特定非営利活動法人|NPO法人|\\(株\\)|\\(有\\)|\\(福\\)|\\(医\\)|\\(社福\\)";

    /** Number → name. */
    private final Map<String, String> offices = new LinkedHashMap<>();

    public void add(String code, String name) {
        offices.put(code, name);
    }

    /** @return the office's number; empty when no office has that number or name, or two bear the name */
    public Optional<String> exact(String value) {
        String code = Texts.narrow(value);
        if (offices.containsKey(code)) {
            return Optional.of(code);
        }
        return only(offices.entrySet().stream().filter(e -> Texts.trim(e.getValue()).equals(Texts.trim(value))).map(Map.Entry::getKey).toList());
    }

    /** @return the one office whose name is alike but for width, spaces, the company's form and what stands in brackets */
    public Optional<String> alike(String value) {
        String plain = plain(value);
        return plain.isEmpty() ? Optional.empty()
                : only(offices.entrySet().stream().filter(e -> plain(e.getValue()).equals(plain)).map(Map.Entry::getKey).toList());
    }

    /** A value made like a number, which is a mistake when no office has it; a name can be asked for. */
    public static boolean isNumber(String value) {
        return Texts.narrow(value).matches("[A-Za-z0-9_./\\-]*");
    }

    private static Optional<String> only(List<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static String plain(String name) {
        return Normalizer.normalize(Kana.wide(name), Normalizer.Form.NFKC).replaceAll("[\\s\\u3000]", "").replaceAll(FORMS, "")
                .replaceAll("[(（\\[［【].*?[)）\\]］】]", "").replaceAll("[・･]", "");
    }
}
