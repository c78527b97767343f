package jp.michishirube.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.document.Drawable;
import jp.michishirube.document.Photo;
import jp.michishirube.document.Printer;
import jp.michishirube.plan.files.Attachments;
import jp.michishirube.plan.form.AskedQuestion;
import jp.michishirube.plan.form.AskedSection;
import jp.michishirube.plan.form.FormField;
import org.springframework.stereotype.Component;

/** The photos and drawings of a section, side by side behind its answers. Files of other kinds stay with the case. */
@Component
class PlanPhotos {

    private final Attachments attachments;
    private final Printer printer;

    PlanPhotos(Attachments attachments, Printer printer) {
        this.attachments = attachments;
        this.printer = printer;
    }

    /** @return null when the section has none that the reader sees */
    Drawable of(CaseId caseId, AskedSection section, PlanReader reader) {
        List<Photo> photos = new ArrayList<>();
        section.asked().flatMap(AskedQuestion::withCells).filter(q -> !q.field().isGroup() && q.isAnswered() && reader.sees(q))
                .forEach(q -> add(caseId, q.field(), q.value(), photos));
        return photos.isEmpty() ? null : printer.photos(photos);
    }

    private void add(CaseId caseId, FormField field, JsonNode value, List<Photo> photos) {
        if (field.kind().source().isPicture() && field.printed() && value.path("file").canConvertToLong()) {
            attachments.find(caseId, value.path("file").asLong()).filter(a -> a.mediaType().startsWith("image/"))
                    .ifPresent(a -> photos.add(new Photo(field.label(), a.content())));
        }
    }
}
