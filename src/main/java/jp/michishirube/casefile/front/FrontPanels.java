package jp.michishirube.casefile.front;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.michishirube.casefile.CaseFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the rooms show on the front page of a case, in their order. */
@Component
class FrontPanels {

    private final ObjectProvider<FrontPanel> rooms;

    FrontPanels(ObjectProvider<FrontPanel> rooms) {
        this.rooms = rooms;
    }

    List<FrontPanel.Shown> of(CaseFile file, Locale locale) {
        return rooms.orderedStream().map(room -> room.of(file, locale)).flatMap(Optional::stream).toList();
    }
}
