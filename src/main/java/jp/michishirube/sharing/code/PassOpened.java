package jp.michishirube.sharing.code;

/** A pass was opened by its bearer. Published within the transaction. */
public record PassOpened(Pass pass) {}
