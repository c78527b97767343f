package jp.michishirube.safety.board;

import java.time.Instant;
import jp.michishirube.casefile.CaseId;
import jp.michishirube.safety.answer.Group;
import jp.michishirube.safety.answer.Said;
import jp.michishirube.safety.answer.Voice;

/**
 * Somebody on the board. Fields that the reader may not see are empty.
 *
 * @param ring     1 with a plan in force, 2 on the roster alone
 * @param caseId   null for somebody without a case
 * @param person   by which the roster knows the person
 * @param age      null where it is not known or not shown
 * @param failed   the question itself did not arrive
 * @param call     how the last call ended; null for none, {@code callAt} likewise
 * @param going    until when a supporter who goes there is expected back; null for none
 * @param disputed somebody who may not clear a call for help says that there is no need
 * @param undo     the reader has an entry about the person that can be taken back
 */
record Row(long askedId, int number, int ring, CaseId caseId, String person, String area, String name, Integer age, String address, String phone,
           String household, Said said, Instant at, Voice by, boolean onSite, boolean failed, String call, Instant callAt, Instant going, boolean disputed, boolean undo) {

    public Group group() {
        return Group.of(said, failed);
    }

    public boolean isHelp() {
        return said != null && said.isHelp();
    }
}
