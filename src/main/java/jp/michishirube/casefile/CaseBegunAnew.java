package jp.michishirube.casefile;

/** A person who had said no wants a plan after all: {@code after} goes on where {@code before} had ended. Published within the transaction. */
public record CaseBegunAnew(CaseId before, CaseId after) {}
