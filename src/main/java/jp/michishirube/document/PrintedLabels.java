package jp.michishirube.document;

import java.util.List;

/** Address labels, A4 with 2 × 6 (such as A-one 72212). */
public record PrintedLabels(List<Label> labels) {

    public PrintedLabels {
        labels = List.copyOf(labels);
    }

    /**
     * @param name to the letter, without 様
     * @param code small print that leads back to the case, such as its number; never a diagnosis or reason
     */
    public record Label(String postalCode, String address, String name, String code) {}
}
