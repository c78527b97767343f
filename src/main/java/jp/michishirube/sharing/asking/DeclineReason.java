package jp.michishirube.sharing.asking;

/** Why somebody would rather not; chosen or left out, never asked again. */
enum DeclineReason { HEALTH, DISTANCE, TIME, ENOUGH, OTHER, NOT_TOLD }
