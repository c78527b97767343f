package jp.michishirube.evidence;

import java.sql.Connection;
import java.sql.SQLException;

/** A part of the proof that waits for no other. */
interface ProofPart {

    /** @param c as {@link ChainQuestions#AS_HASHED} says */
    void prove(Connection c, Proof into) throws SQLException;
}
