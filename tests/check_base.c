#include "config.h"

#include "suite.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"

START_TEST(arena_gives_aligned_zeroed_memory)
{
	struct arena arena = { 0 };

	for (size_t size = 1; size < 200000; size = size * 3 + 1) {
		arena_strdup(&arena, "odd");
		unsigned char *mem = arena_alloc(&arena, size);

		ck_assert_uint_eq((uintptr_t)mem % alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			ck_assert_uint_eq(mem[i], 0);
		memset(mem, 0xff, size);
	}
	arena_clear(&arena);
}
END_TEST

START_TEST(arena_separates_strings_from_records)
{
	struct arena arena = { 0 };
	char *strings[2000];

	for (int i = 0; i < 2000; i++) {
		strings[i] = arena_printf(&arena, "string %d", i);
		memset(arena_alloc(&arena, 24), 0xee, 24);
	}
	for (int i = 0; i < 2000; i++) {
		char want[32];

		snprintf(want, sizeof want, "string %d", i);
		ck_assert_str_eq(strings[i], want);
	}
	ck_assert_str_eq(arena_strndup(&arena, "daftar-e", 6), "daftar");
	ck_assert_str_eq(arena_strndup(&arena, NULL, 0), "");
	arena_clear(&arena);
}
END_TEST

START_TEST(arena_join_moves_nothing)
{
	struct arena a = { 0 }, b = { 0 };
	char *in_a = arena_strdup(&a, "a"), *in_b = arena_strdup(&b, "b");

	arena_join(&a, &b);
	ck_assert_ptr_null(b.top);
	arena_clear(&b);
	ck_assert_str_eq(in_a, "a");
	ck_assert_str_eq(in_b, "b");
	arena_join(&a, &b);
	arena_clear(&a);
}
END_TEST

START_TEST(arena_grow_keeps_the_items)
{
	struct arena arena = { 0 };
	int *items = NULL;

	for (int i = 0; i < 1000; i++) {
		items = arena_grow(&arena, items, i, sizeof *items);
		items[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(items[i], i);
	for (int i = 0; i <= 1000; i++)
		ck_assert_ptr_eq(arena_grow(&arena, items, i, sizeof *items), items);
	arena_clear(&arena);
}
END_TEST

START_TEST(buf_is_always_a_string)
{
	struct buf buf = BUF_INIT;

	ck_assert_str_eq(buf.bytes, "");
	buf_clear(&buf);
	buf_add(&buf, "", 0);
	ck_assert_str_eq(buf.bytes, "");
	for (int i = 0; i < 100; i++)
		buf_printf(&buf, "%d,", i % 10);
	ck_assert_uint_eq(buf.len, 200);
	buf_cut(&buf, 3);
	buf_cut(&buf, 10);
	buf_char(&buf, '!');
	buf_str(&buf, "?");
	ck_assert_str_eq(buf.bytes, "0,1!?");
	buf_release(&buf);
	ck_assert_str_eq(buf.bytes, "");
}
END_TEST

START_TEST(map_does_not_grow_within_the_reserved_size)
{
	struct arena arena = { 0 };
	struct map map = { .arena = &arena };
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

	map_put(&map, "+", 1, NULL);
	map_reserve(&map, sizeof digits);
	const uint32_t *slots = map.slots;

	for (size_t i = 0; digits[i]; i++)
		map_put(&map, digits + i, 1, NULL);
	ck_assert_ptr_eq(map.slots, slots);
	ck_assert_ptr_nonnull(map_get(&map, "+", 1));
	ck_assert_uint_eq(map.count, sizeof digits);
	map_reserve(&map, 1);
	ck_assert_ptr_eq(map.slots, slots);
	arena_clear(&arena);
}
END_TEST

START_TEST(map_finds_what_was_put)
{
	struct arena arena = { 0 };
	struct map map = { .arena = &arena };
	char key[16];

	ck_assert_ptr_null(map_get(&map, "0", 1));
	for (int i = 0; i < 5000; i++) {
		bool is_new;
		int len = snprintf(key, sizeof key, "%d", i);

		*map_put(&map, map_intern(&map, key, (size_t)len), (size_t)len, &is_new) =
			(uint64_t)i;
		ck_assert(!is_new); /* map_intern() has added it */
	}
	for (int i = 0; i < 5000; i++) {
		int len = snprintf(key, sizeof key, "%d", i);

		ck_assert_uint_eq(*map_get(&map, key, (size_t)len), (uint64_t)i);
	}
	ck_assert_ptr_null(map_get(&map, "5000", 4));
	ck_assert_ptr_eq(map_intern(&map, "77 ", 2), map_intern(&map, "77", 2));
	arena_clear(&arena);
}
END_TEST

START_TEST(map_entries_stay_where_they_are)
{
	struct arena arena = { 0 };
	struct map map = { .arena = &arena };
	uint64_t *first = map_put(&map, "first", 5, NULL);
	char key[16];

	*first = 77;
	for (int i = 0; i < 5000; i++)
		map_intern(&map, key, (size_t)snprintf(key, sizeof key, "%d", i));
	ck_assert_ptr_eq(map_get(&map, "first", 5), first);
	ck_assert_uint_eq(map.count, 5001);
	ck_assert_str_eq(map_at(&map, 0)->key, "first");
	for (int i = 0; i < 5000; i++) {
		snprintf(key, sizeof key, "%d", i);
		ck_assert_str_eq(map_at(&map, (uint32_t)i + 1)->key, key);
	}
	arena_clear(&arena);
}
END_TEST

/* Two maps of the same keys have different hashes, so no file can choose colliding ids.
 */
START_TEST(map_hashes_are_seeded)
{
	struct arena a = { 0 }, b = { 0 };
	struct map one = { .arena = &a }, two = { .arena = &b };
	int equal = 0;
	char key[16];

	for (int i = 0; i < 1000; i++) {
		size_t len = (size_t)snprintf(key, sizeof key, "%d", i);

		map_intern(&one, key, len);
		map_intern(&two, key, len);
		equal += map_at(&one, (uint32_t)i)->hash ==
			 map_at(&two, (uint32_t)i)->hash;
	}
	ck_assert_int_lt(equal, 5);
	arena_clear(&a);
	arena_clear(&b);
}
END_TEST

START_TEST(diags_of_a_file_have_a_limit)
{
	struct arena arena = { 0 };
	struct diags one = { .arena = &arena, .most = 3 }, all = one;

	for (unsigned i = 1; i < 9; i++) {
		diag_add(&one, DIAG_REF_UNKNOWN, (struct src_pos){ "a", i, 1 }, "a%u", i);
		diag_help(&one, "help %u", i);
		diag_add(&one, DIAG_DATE_ODD, (struct src_pos){ "a", i, 2 }, "w%u", i);
		diag_see(&one, (struct src_pos){ "b", i, 1 }, "see %u", i);
	}
	ck_assert_int_eq(one.error_count, 4);
	ck_assert_int_eq(one.warning_count, 4);
	diags_join(&all, &one);
	diag_add(&all, DIAG_REF_UNKNOWN, (struct src_pos){ "a", 9, 1 }, "too many");
	diag_add(&all, DIAG_REF_UNKNOWN, (struct src_pos){ "b", 1, 1 }, "b1");
	ck_assert_int_eq(all.error_count, 5);
	ck_assert_str_eq(all.last->message, "b1");
	diags_sort(&all);
	int i = 0;
	static const char *const want[] = {
		"a1",
		"w1",
		"a2",
		"w2",
		"a3",
		"w3",
		"too many errors; the others are not reported",
		"too many warnings; the others are not reported",
		"b1",
	};

	for (const struct diag *diag = all.first; diag; diag = diag->next)
		ck_assert_str_eq(diag->message, want[i++]);
	ck_assert_int_eq(i, 9);
	arena_clear(&arena);
}
END_TEST

START_TEST(diags_sort_by_place_and_stay_in_order)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena }, more = { .arena = &arena };
	const char *const want[] = { "a1", "a2", "a3", "b1", "b1 again" };
	int i = 0;

	diag_add(&diags, DIAG_REF_UNKNOWN, (struct src_pos){ "b", 1, 1 }, "b1");
	diag_add(&diags, DIAG_REF_UNKNOWN, (struct src_pos){ "a", 2, 9 }, "a%d", 2);
	diag_help(&diags, "write %s", "it");
	diag_add(&more, DIAG_DATE_ODD, (struct src_pos){ "b", 1, 1 }, "b1 again");
	diag_add(&more, DIAG_DATE_ODD, (struct src_pos){ "a", 10, 1 }, "a3");
	diag_add(&more, DIAG_DATE_ODD, (struct src_pos){ "a", 1, 1 }, "a1");
	diags_join(&diags, &more);
	diags_sort(&diags);
	ck_assert_int_eq(diags.error_count, 2);
	ck_assert_int_eq(diags.warning_count, 3);
	for (const struct diag *diag = diags.first; diag; diag = diag->next)
		ck_assert_str_eq(diag->message, want[i++]);
	ck_assert_int_eq(i, 5);
	ck_assert_str_eq(diags.first->next->help, "write it");
	ck_assert_str_eq(diags.last->message, "b1 again");
	arena_clear(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("base");
	TCase *base = tcase_create("base");

	tcase_add_test(base, arena_gives_aligned_zeroed_memory);
	tcase_add_test(base, arena_separates_strings_from_records);
	tcase_add_test(base, arena_join_moves_nothing);
	tcase_add_test(base, arena_grow_keeps_the_items);
	tcase_add_test(base, buf_is_always_a_string);
	tcase_add_test(base, map_finds_what_was_put);
	tcase_add_test(base, map_entries_stay_where_they_are);
	tcase_add_test(base, map_hashes_are_seeded);
	tcase_add_test(base, map_does_not_grow_within_the_reserved_size);
	tcase_add_test(base, diags_of_a_file_have_a_limit);
	tcase_add_test(base, diags_sort_by_place_and_stay_in_order);
	suite_add_tcase(suite, base);
	return suite_main(suite);
}
