package jp.michishirube.linkage;

import jp.michishirube.casefile.Resident;
import jp.michishirube.japanese.NameShapes;

/** Whether a notebook is the resident's: pharmacies write rare characters their own way, and older versions have no kana. */
enum NotebookOwner {
    SAME,
    /** Nothing speaks against it, but a person has to say so. */
    ASK,
    OTHER;

    static NotebookOwner of(JahisNotebook.Patient patient, Resident resident) {
        boolean dated = patient.birthDate() != null && resident.birthDate() != null;
        if (dated && !patient.birthDate().equals(resident.birthDate())) {
            return OTHER;
        }
        boolean named = NameShapes.key(patient.name()).equals(NameShapes.key(resident.name()));
        boolean kana = isKnown(patient.kana()) && isKnown(resident.kana());
        boolean read = isKnown(resident.kana()) && (isReading(patient.kana(), resident) || isReading(patient.name(), resident));
        if (dated ? named || read : named && read) {
            return SAME;
        }
        if (!dated) {
            return named || read ? ASK : OTHER;
        }
        return !kana && NameShapes.alike(patient.name(), resident.name()) ? ASK : OTHER;
    }

    private static boolean isReading(String text, Resident resident) {
        return NameShapes.reading(text).equals(NameShapes.reading(resident.kana()));
    }

    private static boolean isKnown(String text) {
        return !NameShapes.key(text).isEmpty();
    }
}
