package jp.michishirube.sharing.pool;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns of a list of volunteers, by the headings that lists bear. */
enum ListColumn {
    PARTY("party", "個人・団体", "区分", "個人団体"), NAME("name", "氏名または名称", "氏名", "名称", "団体名"), CONTACT("contactName", "担当者", "担当者名"),
    AREA("area", "町", "町名", "居住する町"), ADDRESS("address", "住所", "所在地"), PHONE("phone", "電話", "電話番号"), MAIL("mail", "メール", "メールアドレス"),
    AREAS("areas", "手伝える町", "支援できる町", "活動する町"), TIMES("times", "手伝える時間帯", "時間帯"), LANGUAGE("language", "言葉", "言語"),
    MOST("most", "引き受ける人数", "人数", "上限"), SOURCE("source", "出どころ", "情報源");

    private final String field;
    private final List<String> headings;

    ListColumn(String field, String... headings) {
        this.field = field;
        this.headings = List.of(headings);
    }

    /** Name of the input on the page that asks the same. */
    String field() {
        return field;
    }

    /** As the page names it first. */
    String heading() {
        return headings.get(0);
    }

    static Optional<ListColumn> of(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s*※]", "").replaceAll("\\(.*\\)$", "");
        return Arrays.stream(values()).filter(c -> c.headings.stream().anyMatch(h -> Normalizer.normalize(h, Normalizer.Form.NFKC).equals(plain))).findFirst();
    }

    static ListColumn ofField(String field) {
        return Arrays.stream(values()).filter(c -> c.field.equals(field)).findFirst().orElse(NAME);
    }
}
