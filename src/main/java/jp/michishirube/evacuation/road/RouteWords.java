package jp.michishirube.evacuation.road;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A way in sentences, for pages and paper: everything that the map shows can be read. Templates call it {@code @routeWords}. */
@Component("routeWords")
public class RouteWords {

    private final MessageSource messages;

    RouteWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Turn by turn; empty for a hand-drawn line. */
    public List<String> steps(Way way, String placeName) {
        List<String> sentences = new ArrayList<>();
        String on = "";
        for (Way.Step step : way.steps()) {
            boolean named = !step.street().isBlank() && !step.street().equals(on);
            on = step.street();
            String street = step.turn() == Turn.ARRIVE ? placeName : step.street();
            sentences.add(say("turn." + step.turn() + (named && step.turn() != Turn.ARRIVE ? ".named" : ""), street, distance(step.metres()),
                    step.direction().isEmpty() ? "" : say("direction." + step.direction())));
        }
        return sentences;
    }

    /** Such as 「青葉小学校まで 1.8km、歩行器で約61分」. */
    public String summary(Way way, String placeName, WayProfile profile) {
        return say("route.summary", placeName, distance(way.metres()), say(profile.messageKey()), way.minutes());
    }

    /** The two streets one walks along most, to tell ways of the same length apart; empty for roads without names. */
    public String by(Way way) {
        Map<String, Double> metres = new LinkedHashMap<>();
        way.steps().stream().filter(s -> !s.street().isBlank()).forEach(s -> metres.merge(s.street(), s.metres(), Double::sum));
        String streets = metres.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(2).map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.joining(say("route.and")));
        return streets.isEmpty() ? "" : say("route.by", streets);
    }

    /** What the way crosses, a sentence each; empty when it keeps out of all that is known. */
    public List<String> crossings(Way way) {
        return way.crossings().stream().map(c -> say(c.fromHome() ? "route.crosses.from-home" : c.atPlace() ? "route.crosses.at-place"
                : "route.crosses", c.label(), distance(c.metres()))).toList();
    }

    /** What runs off the roads and who cannot use which part, a sentence each. */
    public List<String> cautions(Way way) {
        List<String> sentences = new ArrayList<>();
        gap("route.gap.home", way.gaps().fromHome(), sentences);
        gap("route.gap.place", way.gaps().toPlace(), sentences);
        way.stretches().forEach(s -> sentences.add(say(s.kind().messageKey(), distance(s.metres()))));
        return sentences;
    }

    public String offRoad(double metres) {
        return say("route.gap", distance(metres));
    }

    private void gap(String key, Double metres, List<String> sentences) {
        if (metres != null && metres > Gaps.YARD_METRES) {
            sentences.add(say(key, distance(metres)));
        }
    }

    /** 120m, 1.2km: as exact as one can walk it. */
    public String distance(double metres) {
        if (metres >= 995) {
            return say("distance.km", String.format(Locale.ROOT, "%.1f", metres / 1000));
        }
        return say("distance.m", metres < 10 ? Math.max(1, Math.round(metres)) : Math.round(metres / 10) * 10);
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
