package jp.michishirube.upload;

/** Why a file may not be kept. Rooms tell it in the words of their purpose; {@link Reason#kind()} is the sentence where they have none. */
public final class UploadRefused extends RuntimeException {

    public enum Reason {
        TOO_LARGE("file-too-large"),
        NOT_ACCEPTED("upload-kind"),
        /** A picture of newer tablets and phones, which is to be sent as JPEG. */
        HEIF("upload-heif"),
        TOO_MANY_PIXELS("upload-pixels"),
        DAMAGED("upload-damaged"),
        /** A document locked by a password: nobody could read it later. */
        ENCRYPTED("upload-encrypted"),
        /** A document that does more than show: scripts, programs to start, files inside. */
        ACTIVE("upload-active"),
        INFECTED("upload-infected"),
        /** The scanner that the city has set up did not answer. */
        NOT_SCANNED("upload-not-scanned");

        private final String kind;

        Reason(String kind) {
            this.kind = kind;
        }

        /** The sentence: {@code problem.<kind>}. */
        public String kind() {
            return kind;
        }
    }

    private final Reason reason;

    UploadRefused(Reason reason) {
        super(reason.kind());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
