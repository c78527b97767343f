package jp.michishirube.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one clinic (or one of its doctors) prescribed within a dispensing. RP numbers mean something in here only. */
final class JahisBlock {

    /** Drugs that share directions. The same number may come again; then it is another one. */
    static final class Rp {
        final String number;
        final List<String[]> drugs = new ArrayList<>();
        final List<String[]> usages = new ArrayList<>();

        private Rp(String number) {
            this.number = number;
        }

        boolean isUsageAlone() {
            return drugs.isEmpty() && !usages.isEmpty();
        }

        private String usage() {
            return usages.stream().map(u -> JahisReader.at(u, 2)).filter(u -> !u.isEmpty()).distinct().collect(Collectors.joining("、"));
        }

        List<JahisNotebook.Drug> read() {
            String[] first = usages.isEmpty() ? new String[0] : usages.get(0);
            return drugs.stream().map(d -> new JahisNotebook.Drug(JahisReader.at(d, 2), JahisReader.at(d, 3), JahisReader.at(d, 4), usage(),
                    JahisReader.at(first, 3), JahisReader.at(first, 4))).toList();
        }
    }

    String pharmacy = "";
    String clinic = "";
    String doctor = "";
    final List<Rp> rps = new ArrayList<>();

    void drug(String[] record) {
        String number = number(record);
        Rp rp = last(number, rps.size()).filter(r -> r.drugs.isEmpty() || r.usages.isEmpty()).orElseGet(() -> begin(number));
        rp.drugs.add(record);
    }

    void usage(String[] record) {
        String number = number(record);
        Rp rp = last(number, rps.size()).filter(r -> r.usages.isEmpty()).orElseGet(() -> begin(number));
        rp.usages.add(record);
    }

    /** A drug after its usage, and a second usage of the same drugs, belong to the RP of that number before them. */
    void settle() {
        for (int i = 0; i < rps.size(); i++) {
            Rp rp = rps.get(i);
            Optional<Rp> before = last(rp.number, i).filter(r -> !r.drugs.isEmpty());
            if (before.isPresent() && rp.usages.isEmpty()) {
                rp.usages.addAll(before.get().usages);
            } else if (before.isPresent() && rp.isUsageAlone()) {
                before.get().usages.addAll(rp.usages);
                rp.usages.clear();
            }
        }
    }

    private Rp begin(String number) {
        Rp rp = new Rp(number);
        rps.add(rp);
        return rp;
    }

    private Optional<Rp> last(String number, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (rps.get(i).number.equals(number)) {
                return Optional.of(rps.get(i));
            }
        }
        return Optional.empty();
    }

    /** 01 and 1 are one number. */
    private static String number(String[] record) {
        return JahisReader.at(record, 1).replaceFirst("^0+(?=\\d)", "");
    }
}
