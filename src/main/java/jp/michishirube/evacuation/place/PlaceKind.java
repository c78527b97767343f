package jp.michishirube.evacuation.place;

import org.springframework.modulith.NamedInterface;

/** What a place is for by law. One building may be several: each designation has a common ID and a row of its own. */
@NamedInterface("flight")
public enum PlaceKind {
    /** 指定緊急避難場所: where to flee first, per kind of disaster. */
    SITE,
    /** 指定避難所: where to stay. */
    SHELTER,
    /** 福祉避難所: a shelter that takes the people named in 受入対象者. */
    WELFARE_SHELTER;

    public String messageKey() {
        return "place-kind." + name();
    }

    /** The rows of one file are all of one group; what a file leaves out vanishes within its group only. */
    public boolean isShelter() {
        return this != SITE;
    }
}
