/** Whether the person behind a link is to go now, why and where to; and what the city's staff know of the places on the day. */
package jp.michishirube.safety.go;
