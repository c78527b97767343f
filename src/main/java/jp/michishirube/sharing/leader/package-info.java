/** 町内会長・班長・民生委員 without an account of the city: their terms, their way in by paper and telephone, and the papers that they hold. */
package jp.michishirube.sharing.leader;
