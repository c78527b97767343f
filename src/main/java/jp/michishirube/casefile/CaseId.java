package jp.michishirube.casefile;

/** Key of a case inside the installation. People read the {@link CaseNumber} instead. */
public record CaseId(long value) {}
