package jp.michishirube.plan.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.michishirube.casefile.CaseId;
import org.springframework.modulith.NamedInterface;

/** The places a resident may flee to, from the municipality's lists. The evacuation room answers. */
@NamedInterface("draft")
public interface PlaceChoices {

    /**
     * @param hazard key of the form's row, such as {@code flood}; null outside such a row
     * @param kind   {@code site} or {@code shelter}
     * @return nearest first, at most some dozens
     */
    List<PlaceChoice> of(CaseId caseId, String hazard, String kind);

    /**
     * @param designated designated for that hazard (指定緊急避難場所)
     * @param metres     from the resident's home in a straight line; -1 when unknown
     */
    @NamedInterface("draft")
    record PlaceChoice(String id, String name, String address, double lat, double lon, boolean designated, int metres) {

        ObjectNode toAnswer() {
            return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("id", id).put("name", name)
                    .put("address", address).put("lat", lat).put("lon", lon).put("designated", designated);
        }
    }
}
