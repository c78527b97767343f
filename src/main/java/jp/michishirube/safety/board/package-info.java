/** What the answers come to: the tally, the board of a neighbourhood association and of the city, the list on paper and its way back. */
package jp.michishirube.safety.board;
