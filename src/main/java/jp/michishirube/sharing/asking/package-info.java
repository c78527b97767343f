/** Asking somebody of the pool to help one resident: what is asked and promised, the answer, and what becomes of it. */
package jp.michishirube.sharing.asking;
