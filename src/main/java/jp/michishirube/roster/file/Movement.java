package jp.michishirube.roster.file;

import java.util.List;
import java.util.Optional;

/** What a row of movements says of a person's place on the list. */
public enum Movement {
    STAYS("", List.of("変更", "変更なし", "異動なし", "継続", "更新", "氏名変更", "改姓", "在籍", "現存")),
    /** Moved inside the municipality. */
    MOVED("", List.of("転居", "市内転居", "町内転居", "村内転居", "区内転居", "住所変更", "住所異動")),
    NEW("", List.of("新規", "追加", "新規登録", "転入", "新規該当")),
    DIED("死亡", List.of("死亡", "死亡届", "死去")),
    FACILITY("施設入所", List.of("施設入所", "入所", "特養入所", "施設入居", "長期入所")),
    AWAY("転出", List.of("転出", "市外転出", "町外転出", "村外転出", "県外転出", "国外転出", "転出確定")),
    /** Left the list for another reason, such as a condition that no longer holds. */
    OTHER("その他", List.of("その他", "非該当", "登録取消", "辞退", "取下げ"));

    private final String left;
    private final List<String> words;

    Movement(String left, List<String> words) {
        this.left = left;
        this.words = words;
    }

    /** The reason of leaving, as it is kept; empty for somebody who stays. */
    public String left() {
        return left;
    }

    /** @return empty for a word that is not known to the letter: a likeness is never taken for the word */
    public static Optional<Movement> read(String cell) {
        String text = Texts.narrow(cell).replace(" ", "");
        if (text.isEmpty()) {
            return Optional.of(STAYS);
        }
        for (Movement movement : values()) {
            if (movement.words.contains(text)) {
                return Optional.of(movement);
            }
        }
        return Optional.empty();
    }
}
