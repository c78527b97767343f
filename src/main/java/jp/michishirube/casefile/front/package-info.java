/** The front page of a case: what goes on, whose turn it is, the one next thing; rooms above add what they know of the case. */
@org.springframework.modulith.NamedInterface("front")
package jp.michishirube.casefile.front;
