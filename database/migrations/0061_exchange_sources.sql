-- How fresh a register is: its last answer, and the first question it left without one since.
create index last_answers on exchange.envelope (partner, closed_at desc) include (source_date) where state = 'acknowledged';
create index open_questions on exchange.envelope (partner, first_tried_at) where closed_at is null;
