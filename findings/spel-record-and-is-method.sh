#!/bin/sh
# How the expression language of Spring 6.2.19 (spring-expression) reads a property of a Java record, seen 2026-11-30 on JDK 17.
#
# A record's component has an accessor of its name, and a record may have methods of its own. Where a record has the component "office" and
# a method isOffice(), the expression "office" gives what isOffice() says, true or false, and not the component: a template that shows
# the office of a person shows "true". With the accessor spelled as a call, "office()", the component comes. A component without such a
# method beside it is read rightly, so that the day on which somebody adds the method changes pages that nobody touched.
. "$(dirname "$0")/common"
libraries org.springframework:spring-expression:6.2.19
run Seen.java <<'JAVA'
import java.util.List;
import org.springframework.expression.spel.standard.SpelExpressionParser;

public class Seen {
    public record Plain(String office) {}

    public record Asked(String office) {
        public boolean isOffice() {
            return office != null;
        }
    }

    public static void main(String[] args) {
        SpelExpressionParser parser = new SpelExpressionParser();
        for (Object person : List.of(new Plain("AOBA"), new Asked("AOBA"))) {
            for (String text : List.of("office", "office()")) {
                System.out.println(person.getClass().getSimpleName() + " " + text + " -> " + parser.parseExpression(text).getValue(person));
            }
        }
    }
}
JAVA
expect <<'SEEN'
Plain office -> AOBA
Plain office() -> AOBA
Asked office -> true
Asked office() -> AOBA
SEEN
