#!/bin/sh
# How the FEEL engine that Camunda 7.24 brings (org.camunda.feel 1.19.3) reads decision tables with Japanese names, seen 2026-11-30 on
# JDK 17.
#
# A city's officer names the inputs of a decision table in Japanese, and FEEL permits it. What differs from name to name:
# - Kanji outside the basic plane are letters in the grammar of DMN (10000-EFFFF), but this engine refuses them: a family name such as 𠮷野
#   works between backquotes only.
# - A kana typed with its sound mark apart (か + U+3099, as text from a Mac) is another name: the parser takes it, the value is null, and a
#   comparison with it is null too, so that the rule does not fire and nobody is told.
# - The iteration mark 々 and the long mark ー are letters, the middle dot ・ is not.
# - The wide space U+3000 parts words as a plain space does, while the wide digits, operators and brackets typed beside it are refused.
. "$(dirname "$0")/common"
libraries org.camunda.feel:feel-engine:1.19.3
run Seen.java <<'JAVA'
import java.util.List;
import java.util.Map;
import org.camunda.feel.FeelEngine;

public class Seen {
    public static void main(String[] args) {
        FeelEngine engine = new FeelEngine.Builder().build();
        Map<String, Object> values = Map.of("深さ", 5, "𠮷野", 5, "が", 5, "佐々木", 5, "カー", 5, "ア・イ", 5);
        for (String text : List.of("深さ > 3", "深さ　>　3", "深さ > ３", "深さ ＞ 3", "佐々木 > 3", "カー > 3", "ア・イ > 3", "が > 3", "か\u3099 > 3", "𠮷野 > 3", "`𠮷野` > 3")) {
            var result = engine.evalExpression(text, values);
            System.out.println(text.replace("\u3099", "+U+3099") + " -> " + (result.isRight() ? result.right().get() : "not parsed"));
        }
    }
}
JAVA
expect <<'SEEN'
深さ > 3 -> true
深さ　>　3 -> true
深さ > ３ -> not parsed
深さ ＞ 3 -> not parsed
佐々木 > 3 -> true
カー > 3 -> true
ア・イ > 3 -> not parsed
が > 3 -> true
か+U+3099 > 3 -> null
𠮷野 > 3 -> not parsed
`𠮷野` > 3 -> true
SEEN
