package jp.michishirube.sharing.supporter;

import java.util.Collection;

/** Whether something goes on just now for those whom a supporter helps; told by the room that knows, and shown on the supporter's page. */
public interface OnTheDay {

    /** @return a page of ours behind the supporter's pass; null for nothing */
    String page(Collection<Long> contactIds);
}
