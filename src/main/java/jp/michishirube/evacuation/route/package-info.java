/** The way of one resident: proposals, the saved route, its checks and its pages. */
package jp.michishirube.evacuation.route;
