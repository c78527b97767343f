/** What the law and the municipality permit: notices, decisions that stand, the one question, and the gate. Each disclosure leaves a line. */
package jp.michishirube.consent.rule;
