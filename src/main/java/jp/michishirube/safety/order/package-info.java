/** 避難情報: the municipality's own orders to evacuate (災害対策基本法56条, 60条), entered by hand, revised, lifted or withdrawn, and given out as JSON and CAP 1.2. */
package jp.michishirube.safety.order;
