/* Threads: their steps, their page, and which records are on them. */
#include "config.h"

#include "build.h"
#include "model/words.h"

static void claims_of_step(struct doc *doc, struct ref ref)
{
	const struct event *event;

	if (ref.kind == KIND_POINT)
		claim_alone(doc, ref, 1);
	if (ref.kind != KIND_EVENT)
		return;
	event = &doc->dossier->events[ref.index];
	claims_of_event(doc, event, 1);
	if (event->points.count || !event->summary)
		return;
	doc_add(doc, DOC_PARAGRAPH, NULL)->depth = 1;
	doc_text(doc, event->summary, DOC_PLAIN);
	doc_cite(doc, event->passages);
}

/* A step that is a point has its event's title, where the claim itself follows. */
static void step(struct doc *doc, const struct step *step, int number, bool with_claims)
{
	const struct when *when = words_when(doc->dossier, step->ref);
	struct ref titled =
		with_claims ? dossier_home(doc->dossier, step->ref) : step->ref;

	doc_add(doc, DOC_STEP, arena_printf(doc->arena, "%d", number))->about = step->ref;
	if (when)
		doc_when_short(doc, when);
	if (step->ref.kind == KIND_PASSAGE) {
		doc_ref(doc, step->ref, DOC_QUOTED);
		doc_cite(doc, (struct refs){ &step->ref, 1 });
	} else {
		doc_link(doc, words_title(doc->dossier, titled, doc->arena), step->ref,
			 DOC_TITLE);
	}
	if (!step->note)
		return;
	doc_add(doc, DOC_NOTE, NULL)->depth = 1;
	doc_text(doc, step->note, DOC_PLAIN);
}

void thread_steps(struct doc *doc, const struct thread *thread, bool with_claims)
{
	for (int i = 0; i < thread->step_count; i++) {
		step(doc, &thread->steps[i], i + 1, with_claims);
		if (with_claims)
			claims_of_step(doc, thread->steps[i].ref);
	}
}

void doc_thread(struct doc *doc, struct ref ref)
{
	const struct thread *thread = &doc->dossier->threads[ref.index];

	doc_title(doc, ref);
	doc_add(doc, DOC_PARAGRAPH, NULL);
	doc_text(doc, thread->summary, DOC_PLAIN);
	doc_keep(doc);
	thread_steps(doc, thread, true);
}

/* ", step 4 of 9"; ", steps 4, 5 of 9" where points of an event are steps, too. */
static const char *steps_of(struct doc *doc, const struct thread *thread, struct ref ref)
{
	struct buf steps = BUF_INIT;
	int found = 0;

	for (int i = 0; i < thread->step_count; i++)
		if (ref_equal(dossier_home(doc->dossier, thread->steps[i].ref), ref))
			buf_printf(&steps, "%s%d", found++ ? ", " : " ", i + 1);
	const char *words =
		found ? arena_printf(doc->arena, ", step%s%s of %d", found > 1 ? "s" : "",
				     steps.bytes, thread->step_count)
		      : NULL;

	buf_release(&steps);
	return words;
}

void threads_of(struct doc *doc, struct ref ref)
{
	for (int i = 0; i < doc->dossier->counts[KIND_THREAD]; i++) {
		const char *steps = steps_of(doc, &doc->dossier->threads[i], ref);

		if (!steps)
			continue;
		doc_add(doc, DOC_FIELD, "Thread")->is_more = true;
		doc_ref(doc, (struct ref){ KIND_THREAD, (uint32_t)i }, DOC_PLAIN);
		doc_text(doc, steps, DOC_PLAIN);
	}
}
