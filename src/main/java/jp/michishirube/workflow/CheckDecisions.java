package jp.michishirube.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.michishirube.plan.form.FolderCheck;
import jp.michishirube.plan.form.PlanForm;
import jp.michishirube.plan.form.Role;
import jp.michishirube.review.CheckRules;
import jp.michishirube.roster.priority.SamplePerson;
import jp.michishirube.safety.event.Hazard;
import jp.michishirube.safety.event.Mode;
import jp.michishirube.safety.start.StartRules;
import jp.michishirube.safety.warning.Concern;
import org.springframework.core.io.FileSystemResource;

/**
 * The decision tables of a municipality's folder: read by the engine as the product does, their words of the form looked up, and asked
 * once, so that an expression that cannot be computed is found here and not at a roster of ten thousand.
 */
final class CheckDecisions implements FolderCheck {

    private static final Map<String, String> KNOWN = Map.of("checks.dmn", DmnCheckRules.DECISION, "priority.dmn", "priority", DmnStartRules.FILE, "disaster-start");

    @Override
    public List<String> mistakes(Path folder, PlanForm form) {
        List<String> found = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.filter(f -> f.getFileName().toString().endsWith(".dmn")).sorted().forEach(file -> {
                String name = file.getFileName().toString();
                if (!KNOWN.containsKey(name)) {
                    found.add(file + ": nobody reads it; known are " + KNOWN.keySet().stream().sorted().toList());
                } else if (name.equals("checks.dmn")) {
                    checks(file, form, found);
                } else if (name.equals(DmnStartRules.FILE)) {
                    start(file, found);
                } else {
                    priority(file, found);
                }
            });
        } catch (java.io.IOException e) {
            found.add(folder + ": cannot be read");
        }
        return found;
    }

    private static void checks(Path file, PlanForm form, List<String> found) {
        try {
            DmnCheckRules rules = new DmnCheckRules(new FileSystemResource(file));
            rules.fields().forEach(word -> {
                if (Role.of(word).isEmpty() && (form == null || form.field(word).isEmpty())) {
                    found.add(file + " field \"" + word + "\": neither the address of a question of the form nor an x-is");
                }
            });
            rules.facts().stream().filter(f -> !CheckRules.FACTS.contains(f))
                    .forEach(f -> found.add(file + " fact \"" + f + "\": is never seen; known are " + CheckRules.FACTS));
            rules.tryEveryRule();
        } catch (RuntimeException e) {
            found.add(file + ": " + deepest(e));
        }
    }

    private static void priority(Path file, List<String> found) {
        try {
            DmnPriorityRules rules = new DmnPriorityRules(new FileSystemResource(file));
            // the engine takes a word that nobody says for null, and the rule then fits nobody
            rules.asks().stream().filter(a -> a.matches("[\\p{L}_][\\p{L}\\p{N}_]*") && !SamplePerson.facts().containsKey(a))
                    .forEach(a -> found.add(file + " fact \"" + a + "\": is never said; known are " + SamplePerson.facts().keySet()));
            rules.of(SamplePerson.facts());
        } catch (RuntimeException e) {
            found.add(file + ": " + deepest(e));
        }
    }

    /** Asked for everything that can come: a rule that fits nobody, or answers with a word of its own, is found here and not on the day. */
    private static void start(Path file, List<String> found) {
        try {
            DmnStartRules rules = new DmnStartRules(new FileSystemResource(file));
            rules.asks().stream().filter(a -> a.matches("[\\p{L}_][\\p{L}\\p{N}_]*") && !StartRules.NAMES.contains(a))
                    .forEach(a -> found.add(file + " fact \"" + a + "\": is never said; known are " + StartRules.NAMES));
            for (Mode mode : Mode.values()) {
                for (int level = 2; level <= 5; level++) {
                    for (Concern concern : List.of(Concern.NAMED, Concern.RIVER, Concern.UNKNOWN)) {
                        rules.of(new StartRules.Facts("RIVER", mode.name(), Hazard.FLOOD.name(), level, concern.name()));
                    }
                }
                for (Hazard hazard : Hazard.values()) {
                    for (int level : new int[] {0, 2, 3, 4, 5}) {
                        for (String source : level < 3 ? List.of("FLAG") : List.of("FLAG", "ORDER")) {
                            rules.of(new StartRules.Facts(source, mode.name(), hazard.name(), level, Concern.NAMED.name()));
                        }
                    }
                }
            }
        } catch (RuntimeException e) {
            found.add(file + ": " + deepest(e));
        }
    }

    /** The engine wraps what is wrong several times. */
    private static String deepest(Throwable e) {
        return e.getCause() == null || e.getCause() == e ? String.valueOf(e.getMessage()) : deepest(e.getCause());
    }
}
