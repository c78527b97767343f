package jp.michishirube.sharing;

import jp.michishirube.casefile.Resident;

/** Which supporters read on a page of their own, besides the copy on paper; told by the sub-room that knows their links. */
public interface SupporterReaders {

    /** @param supporterKey {@link jp.michishirube.consent.SupporterKey} */
    boolean reads(Resident resident, String supporterKey);

    /** The same person by another key: a number was typed where there was none. */
    void goesOnAs(Resident resident, String before, String key);
}
