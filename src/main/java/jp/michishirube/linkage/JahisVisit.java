package jp.michishirube.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One dispensing while it is read: the drugs of one or more clinics, handed out on one day. */
final class JahisVisit {

    /** null while no record {@code 5} told it, or told no date that ever was. */
    LocalDate on;
    private final List<JahisBlock> blocks = new ArrayList<>(List.of(new JahisBlock()));

    JahisBlock block() {
        return blocks.get(blocks.size() - 1);
    }

    void pharmacy(String name) {
        next("", "", name);
    }

    void clinic(String name) {
        next(name, "", block().pharmacy);
    }

    void doctor(String name) {
        next(block().clinic, name, block().pharmacy);
    }

    /** After drugs another clinic or doctor begins; before them the same one is told more of. */
    private void next(String clinic, String doctor, String pharmacy) {
        if (!block().rps.isEmpty()) {
            blocks.add(new JahisBlock());
        }
        JahisBlock now = block();
        now.clinic = clinic.isEmpty() ? now.clinic : clinic;
        now.doctor = doctor.isEmpty() ? now.doctor : doctor;
        now.pharmacy = pharmacy.isEmpty() ? now.pharmacy : pharmacy;
    }

    boolean hasDrugs() {
        return rps().anyMatch(r -> !r.drugs.isEmpty());
    }

    boolean hasDrugWithoutUsage() {
        return rps().anyMatch(r -> !r.drugs.isEmpty() && r.usages.isEmpty());
    }

    boolean hasUsageWithoutDrug() {
        return rps().anyMatch(JahisBlock.Rp::isUsageAlone);
    }

    /** To call once, when all records are in. */
    void settle() {
        namesAfterTheirDrugs();
        blocks.forEach(JahisBlock::settle);
        rps().filter(r -> !r.drugs.isEmpty() && r.usages.isEmpty()).toList().forEach(this::usageOfAnotherBlock);
    }

    List<JahisNotebook.Dispensing> read() {
        return blocks.stream().map(b -> new JahisNotebook.Dispensing(on, b.pharmacy, b.clinic, b.doctor,
                b.rps.stream().flatMap(r -> r.read().stream()).toList())).filter(d -> !d.drugs().isEmpty()).toList();
    }

    /** A doctor told between a drug and its usage parts them; they meet again where only one usage of that number is left. */
    private void usageOfAnotherBlock(JahisBlock.Rp rp) {
        List<JahisBlock.Rp> free = rps().filter(r -> r.number.equals(rp.number) && r.isUsageAlone()).toList();
        if (free.size() == 1) {
            rp.usages.addAll(free.get(0).usages);
            free.get(0).usages.clear();
        }
    }

    private void namesAfterTheirDrugs() {
        if (blocks.size() == 2 && block().rps.isEmpty()) {
            JahisBlock before = blocks.get(0);
            before.clinic = before.clinic.isEmpty() ? block().clinic : before.clinic;
            before.doctor = before.doctor.isEmpty() ? block().doctor : before.doctor;
            before.pharmacy = before.pharmacy.isEmpty() ? block().pharmacy : before.pharmacy;
        }
    }

    private Stream<JahisBlock.Rp> rps() {
        return blocks.stream().flatMap(b -> b.rps.stream());
    }
}
