package jp.michishirube.sharing.code;

import java.util.List;

/** For a kind of pass that asks for the holder's own telephone: knows the number, and sends the code there. */
public interface OwnTelephone {

    PassKind kind();

    /** By which ways a code can go here, as {@code visit.telephone.way.<way>} names them; the first is offered first. */
    List<String> ways();

    /** @param typed as a person writes numbers */
    boolean isOwn(Pass pass, String typed);

    /**
     * Puts the code on its way, in the transaction that keeps it.
     *
     * @return false where that way does not reach the holder: nothing goes then
     */
    boolean send(Pass pass, String code, String way);
}
