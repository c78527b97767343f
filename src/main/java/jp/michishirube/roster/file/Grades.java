package jp.michishirube.roster.file;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Care levels, handicap grades and yes/no marks, by code or in words. */
public final class Grades {

    /** 要介護状態区分コード (11 and 01 occur in older files). */
    private static final Map<String, String> CARE_CODES = Map.ofEntries(
            Map.entry("01", "非該当"), Map.entry("06", "事業対象者"), Map.entry("11", "要支援1"), Map.entry("12", "要支援1"),
            Map.entry("13", "要支援2"), Map.entry("21", "要介護1"), Map.entry("22", "要介護2"), Map.entry("23", "要介護3"),
            Map.entry("24", "要介護4"), Map.entry("25", "要介護5"));
    private static final java.util.Set<String> NO_HANDBOOK = java.util.Set.of("なし", "無", "無し", "非該当", "×", "-", "0");
    private static final Pattern CARE = Pattern.compile("(?:要)?(介護|支援|介|支)度?([1-5一二三四五])");
    /** 第1種 is a class of fares and says nothing of the grade behind it. */
    private static final Pattern GRADE = Pattern.compile("(?:第?[12一二]種[/・]?(?=.+級))?第?([1-7一二三四五六七])級?");

    private Grades() {}

    static String care(String cell) throws WrongValue {
        String text = Texts.narrow(cell).replace(" ", "");
        if (text.isEmpty() || text.equals("なし") || text.equals("-")) {
            return "";
        }
        if (text.equals("6")) {
            text = "06";
        }
        if (CARE_CODES.containsKey(text)) {
            return CARE_CODES.get(text);
        }
        if (text.equals("非該当") || text.equals("自立")) {
            return "非該当";
        }
        if (text.contains("事業対象者")) {
            return "事業対象者";
        }
        Matcher m = CARE.matcher(text);
        if (!m.matches()) {
            throw new WrongValue("care-level");
        }
        String digit = digit(m.group(2));
        boolean support = m.group(1).startsWith("支");
        if (support && digit.compareTo("2") > 0) {
            throw new WrongValue("care-level");
        }
        return (support ? "要支援" : "要介護") + digit;
    }

    /** @return the digit alone, or empty */
    static String grade(String cell, int max) throws WrongValue {
        String text = Texts.narrow(cell).replace(" ", "").replaceFirst("^区分", "");
        if (text.isEmpty() || text.equals("なし") || text.equals("-") || text.equals("0")) {
            return "";
        }
        Matcher m = GRADE.matcher(text);
        if (!m.matches() || Integer.parseInt(digit(m.group(1))) > max) {
            throw new WrongValue("grade");
        }
        return digit(m.group(1));
    }

    /** What {@link #intellectual} says of a handbook whose grade nobody can tell. */
    public static final String GRADE_UNKNOWN = "不明";

    /**
     * 療育手帳, spelled differently by each prefecture. The raw text is kept beside. 1度–4度 is Tokyo's scale; a bare digit is some vendor's
     * code and may count from either end.
     *
     * @return A for the heavy grades, B for the others, {@value #GRADE_UNKNOWN} where the text does not say; empty for none
     */
    public static String intellectual(String raw) {
        String text = Texts.narrow(raw).toUpperCase(java.util.Locale.ROOT).replace(" ", "");
        if (text.isEmpty() || NO_HANDBOOK.contains(text)) {
            return "";
        }
        if (text.contains("A") || text.contains("重度") || text.matches("第?[12一二]度")) {
            return "A";
        }
        return text.contains("B") || text.contains("C") || text.contains("軽度") || text.contains("中度") || text.matches("第?[34三四]度") ? "B" : GRADE_UNKNOWN;
    }

    static String flag(String cell) throws WrongValue {
        String text = Texts.narrow(cell).toLowerCase(java.util.Locale.ROOT);
        return switch (text) {
            case "1", "○", "〇", "◯", "●", "◎", "有", "有り", "あり", "はい", "true", "yes", "y", "該当", "独居", "一人暮らし", "単身", "要" -> "true";
            // nothing said is not a no, and neither is a dash
            case "", "-" -> "";
            case "0", "×", "無", "無し", "なし", "いいえ", "false", "no", "n", "非該当", "同居", "家族同居", "高齢者のみ", "高齢者世帯", "不要" -> "false";
            default -> throw new WrongValue("flag");
        };
    }

    static String sex(String cell) throws WrongValue {
        String text = Texts.narrow(cell).toUpperCase(java.util.Locale.ROOT);
        return switch (text) {
            case "男", "男性", "1", "M" -> "男";
            case "女", "女性", "2", "F" -> "女";
            case "", "-", "不明", "その他", "0", "9", "3" -> "";
            default -> throw new WrongValue("sex");
        };
    }

    static String household(String cell) throws WrongValue {
        String text = Texts.narrow(cell).replace(" ", "").replaceAll("世帯$", "");
        return switch (text) {
            case "" -> "";
            case "独居", "単身", "一人暮らし", "ひとり暮らし", "1人暮らし", "独居高齢者", "高齢者単身", "独居高齢" -> "独居";
            case "高齢者のみ", "高齢者", "高齢者夫婦", "老夫婦", "高齢夫婦" -> "高齢者のみ";
            case "日中独居", "昼間独居" -> "日中独居";
            case "同居", "家族同居", "家族と同居" -> "同居";
            case "不明", "不詳" -> "不明";
            default -> throw new WrongValue("unknown-code");
        };
    }

    static String claim(String cell) throws WrongValue {
        String text = Texts.narrow(cell).replace(" ", "");
        return switch (text) {
            case "" -> "";
            case "同意", "同意あり", "同意有", "同意有り", "同意する" -> "同意";
            case "不同意", "同意なし", "同意無", "同意無し", "同意しない", "拒否" -> "不同意";
            case "未回答", "未確認", "未返送", "未", "回答なし" -> "未確認";
            default -> throw new WrongValue("unknown-code");
        };
    }

    private static String digit(String d) {
        int kanji = "一二三四五六七".indexOf(d);
        return kanji < 0 ? d : String.valueOf(kanji + 1);
    }
}
