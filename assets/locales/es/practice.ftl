# Prácticas con temporizador.
support-title = Apoyo
support-lead = Prácticas pequeñas, sin conexión y a tu ritmo. Ninguna es un tratamiento.
practice-begin = Empezar
practice-pause = Pausa
practice-on = Seguir
practice-next = Paso siguiente
practice-end = Terminar
practice-left = Quedan { $time }
practice-minutes = Minutos
practice-pace-in = Segundos al tomar aire
practice-pace-out = Segundos al soltar el aire
practice-before = ¿Cuánta tensión notas ahora?
practice-before-hint = Si quieres; puede quedar vacío.
practice-after = Y ahora, ¿cuánta tensión notas?
practice-done = { $minutes ->
    [one] Fue un minuto.
   *[other] Fueron { $minutes } minutos.
}
practice-keep = Guardar
practice-leave = Salir sin guardar
practice-kept = Guardado en el diario.
practice-back = Todas las prácticas
practice-step = Paso { $nth } de { $of }
