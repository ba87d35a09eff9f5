/* The whole dossier as an SQL script, for SQLite or PostgreSQL. */
#include "config.h"

#include "base/buf.h"
#include "export_sql.h"
#include "flat.h"
#include "model/words.h"

/* What is searched, and how each line of the evidence is found. */
static const char search_rows[] =
	"SELECT \"id\", 'event' AS \"kind\", \"title\", \"summary\" AS \"text\" FROM "
	"\"events\"\n"
	"UNION ALL SELECT \"id\", 'point', NULL, \"text\" FROM \"points\"\n"
	"UNION ALL SELECT \"id\", 'actor', \"name\", \"description\" FROM \"actors\"\n"
	"UNION ALL SELECT \"id\", 'place', \"name\", \"description\" FROM \"places\"\n"
	"UNION ALL SELECT \"id\", 'passage', NULL, \"exact\" FROM \"passages\"\n"
	"UNION ALL SELECT \"id\", 'relation', NULL, \"text\" FROM \"relations\"\n"
	"UNION ALL SELECT \"id\", 'source', \"title\", \"abstract\" FROM \"references\"\n"
	"UNION ALL SELECT \"id\", 'thread', \"title\", \"summary\" FROM \"threads\"";

/* %s joins names. */
static const char commitments[] =
	"CREATE VIEW \"commitments\" AS\n"
	"  SELECT p.\"id\", p.\"event\", e.\"date\",\n"
	"         (SELECT %s FROM \"points_by\" b JOIN \"actors\" a ON a.\"id\" = "
	"b.\"actor\"\n"
	"          WHERE b.\"of_point\" = p.\"id\") AS \"by\",\n"
	"         (SELECT %s FROM \"points_to\" t JOIN \"actors\" a ON a.\"id\" = "
	"t.\"actor\"\n"
	"          WHERE t.\"of_point\" = p.\"id\") AS \"to\",\n"
	"         p.\"text\", p.\"due\", p.\"status\", p.\"status_supplied\", "
	"p.\"outcome\", p.\"outcome_supplied\"\n"
	"  FROM \"points\" p JOIN \"events\" e ON e.\"id\" = p.\"event\"\n"
	"  WHERE p.\"kind\" = 'commitment'\n"
	"  ORDER BY e.\"date_earliest\", p.\"id\";\n";

static const char views[] =
	"CREATE VIEW \"timeline\" AS\n"
	"  SELECT e.\"id\", e.\"date\", e.\"date_earliest\", e.\"date_latest\", "
	"e.\"date_supplied\",\n"
	"         e.\"title\", p.\"name\" AS \"place\", e.\"type\", e.\"mode\"\n"
	"  FROM \"events\" e LEFT JOIN \"places\" p ON p.\"id\" = e.\"place\"\n"
	"  ORDER BY e.\"date_earliest\", e.\"date_latest\", e.\"id\";\n"
	"CREATE VIEW \"evidence\" AS\n"
	"  SELECT p.\"id\" AS \"point\", p.\"event\", p.\"kind\", p.\"text\", q.\"id\" "
	"AS \"passage\",\n"
	"         q.\"exact\", q.\"source\", q.\"locator\"\n"
	"  FROM \"points\" p\n"
	"  LEFT JOIN \"points_passages\" x ON x.\"of_point\" = p.\"id\"\n"
	"  LEFT JOIN \"passages\" q ON q.\"id\" = x.\"passage\"\n"
	"  ORDER BY p.\"event\", p.\"id\", x.\"position\";\n";

static void put_record(struct export *export, struct ref ref)
{
	struct arena arena = { 0 };
	struct buf id = BUF_INIT;

	sql_text(export->out, flat_id(export->dossier, ref, &id));
	fputs(", ", export->out);
	sql_text(export->out, words_record(ref));
	fputs(", ", export->out);
	sql_text(export->out, words_title(export->dossier, ref, &arena));
	putc(')', export->out);
	buf_release(&id);
	arena_clear(&arena);
}

/* Every record by its id, as a ref may lead to any kind. */
static void put_records(struct export *export)
{
	const struct dossier *dossier = export->dossier;
	int rows = 0;

	fputs("CREATE TABLE \"records\" (\n"
	      "  \"id\" TEXT PRIMARY KEY,\n"
	      "  \"kind\" TEXT NOT NULL,\n"
	      "  \"title\" TEXT NOT NULL\n"
	      ");\n",
	      export->out);
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (uint32_t i = 0; i < (uint32_t)dossier->counts[kind]; i++) {
			struct ref ref = { kind, i };

			if (!export_has(export, ref))
				continue;
			if (rows == SQL_ROWS)
				fputs(";\n", export->out);
			rows %= SQL_ROWS;
			fputs(rows++ ? ",\n  (" : "INSERT INTO \"records\" VALUES\n  (",
			      export->out);
			put_record(export, ref);
		}
	fputs(rows ? ";\n" : "", export->out);
}

static void put_search(struct export *export)
{
	if (export->options.is_postgresql)
		fprintf(export->out,
			"CREATE TABLE \"search\" AS\n%s;\n"
			"CREATE INDEX \"search_text\" ON \"search\" USING gin\n"
			"  (to_tsvector('simple', coalesce(\"title\", '') || ' ' || "
			"coalesce(\"text\", '')));\n",
			search_rows);
	else
		fprintf(export->out,
			"CREATE VIRTUAL TABLE \"search\" USING fts5\n"
			"  (\"id\" UNINDEXED, \"kind\" UNINDEXED, \"title\", \"text\",\n"
			"   tokenize = 'unicode61 remove_diacritics 2');\n"
			"INSERT INTO \"search\"\n%s;\n",
			search_rows);
}

static void put_views(struct export *export)
{
	const char *joined = export->options.is_postgresql
				     ? "string_agg(a.\"name\", '; ')"
				     : "group_concat(a.\"name\", '; ')";

	fprintf(export->out, commitments, joined, joined);
	fputs(views, export->out);
}

void export_sql(struct export *export)
{
	struct sql_schema *schema = arena_alloc(export->arena, sizeof *schema);

	sql_schema_init(schema, export);
	if (!export->options.is_postgresql)
		fputs("PRAGMA foreign_keys = ON;\n", export->out);
	fputs("BEGIN;\n", export->out);
	put_records(export);
	for (int i = 0; i < schema->count; i++)
		sql_create(export, &schema->tables[i]);
	for (int i = 0; i < schema->count; i++)
		sql_insert(export, &schema->tables[i]);
	put_search(export);
	put_views(export);
	fputs("COMMIT;\n", export->out);
}
