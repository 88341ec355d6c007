"""The reference systems' stack, written as well as its makers would: Flask, gunicorn, a pooled driver, keyset paging."""

import hashlib
import os
import secrets
import uuid
from datetime import datetime, timezone

from flask import Flask, jsonify, request
from mysql.connector.pooling import MySQLConnectionPool

app = Flask(__name__)
app.json.sort_keys = False
pool = MySQLConnectionPool(
    pool_size=int(os.environ["POOL"]),
    pool_reset_session=False,
    host="127.0.0.1",
    port=int(os.environ["DB_PORT"]),
    user="bench",
    password="bench",
    database="bench",
    autocommit=True,
)
COLUMNS = "id, author, body, created_at, reply_count, like_count, edited_at, parent_id, version, activity"


def view(row):
    return {
        "id": str(row[0]),
        "author": row[1],
        "body": row[2],
        "createdAt": row[3].isoformat() + "Z",
        "replyCount": row[4],
        "reactions": {"like": row[5]} if row[5] else {},
    }


def query(statement, values):
    connection = pool.get_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(statement, values)
        return cursor.fetchall()
    finally:
        connection.close()


@app.get("/api/v1/messages")
def list_messages():
    limit = min(int(request.args.get("limit", 20)), 100)
    before = int(request.args.get("before", 2**62))
    rows = query(
        f"SELECT {COLUMNS} FROM message WHERE listed = 1 AND id < %s ORDER BY id DESC LIMIT %s", (before, limit + 1)
    )
    shown = rows[:limit]
    answer = jsonify(items=[view(row) for row in shown], next=str(shown[-1][0]) if len(rows) > limit else None)
    answer.set_etag(hashlib.sha1(repr([(r[0], r[8], r[9]) for r in shown]).encode()).hexdigest(), weak=True)
    return answer.make_conditional(request)


@app.get("/api/v1/messages/<int:number>")
def read(number):
    rows = query(f"SELECT {COLUMNS} FROM message WHERE id = %s AND state = 0", (number,))
    return jsonify(view(rows[0])) if rows else ("", 404)


@app.post("/api/v1/messages")
def post():
    message = request.get_json()
    author, body = message["author"].strip(), message["body"]
    if not 1 <= len(author) <= 64 or not 1 <= len(body) <= 4000:
        return jsonify(error="length"), 422
    key = uuid.UUID(request.headers["Idempotency-Key"]).bytes
    token = secrets.token_urlsafe(32)
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    client = hashlib.sha256(request.headers.get("X-Forwarded-For", "").encode()).digest()[:16]
    content = hashlib.sha256((author + "\0" + body).encode()).digest()[:16]
    connection = pool.get_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(
            "INSERT INTO message (author, body, created_at, changed_at, token_hash, client_hash, content_hash,"
            " idempotency_key) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            (author, body, now, now, hashlib.sha256(token.encode()).digest(), client, content, key),
        )
        number = cursor.lastrowid
    finally:
        connection.close()
    return view((number, author, body, now, 0, 0)) | {"editToken": token}, 201
